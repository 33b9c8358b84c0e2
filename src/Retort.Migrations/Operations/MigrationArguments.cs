namespace Retort.Migrations;

/// <summary>What a person passes to the environment class and to revisions: <c>-x tenant=acme -x dry</c>.</summary>
public sealed class MigrationArguments
{
    private readonly ILookup<string, string> _values;

    private MigrationArguments(ILookup<string, string> values) => _values = values;

    /// <summary>No arguments.</summary>
    public static MigrationArguments None { get; } = Parse([]);

    /// <summary>The names that were passed, in order.</summary>
    public IEnumerable<string> Names => _values.Select(each => each.Key);

    /// <summary>The last value of a name; empty for a name alone; null where it was not passed.</summary>
    public string? this[string name] => _values[name].LastOrDefault();

    /// <summary>All values of a name, in order.</summary>
    public IReadOnlyList<string> All(string name) => [.. _values[name]];

    /// <summary>Reads <c>name=value</c>, or a name alone; names respect case.</summary>
    public static MigrationArguments Parse(IEnumerable<string> arguments) =>
        new(
            arguments
                .Select(argument => argument.Split('=', 2))
                .ToLookup(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "", StringComparer.Ordinal)
        );
}
