namespace Retort.Migrations;

/// <summary>Two schemas cannot be compared at all.</summary>
public sealed class DiffException : RetortException
{
    private DiffException(string code, string message, string hint)
        : base(code, message, hint) { }

    internal static DiffException OtherKind(Engine from, Engine to) =>
        new(
            "RT0741",
            $"{from.Description} is {from.Dialect.Name}, and {to.Description} is {to.Dialect.Name}: no script turns one into the other.",
            "Compare each of them with `models`."
        );
}
