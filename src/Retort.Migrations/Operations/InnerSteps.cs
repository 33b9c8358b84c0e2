namespace Retort.Migrations;

/// <summary>What an operation says that is made of others.</summary>
internal static class InnerSteps
{
    /// <summary>What the operations destroy; null: nothing.</summary>
    public static string? Destroys(ValueList<Operation> steps) => Joined(", ", steps.Select(step => step.Destroys));

    /// <summary>What is to be known before the operations are run; null: nothing.</summary>
    public static string? Warning(ValueList<Operation> steps) => Joined(" ", steps.Select(step => step.Warning));

    /// <summary>The inverse of the operations.</summary>
    public static ValueList<Operation> Reverse(ValueList<Operation> steps) =>
        [.. steps.Reverse().Select(step => step.Reverse())];

    private static string? Joined(string between, IEnumerable<string?> texts) =>
        string.Join(between, texts.OfType<string>()) is { Length: > 0 } said ? said : null;
}
