namespace Retort.Migrations;

/// <summary>
/// What a revision does, collected: each verb (<c>op.CreateTable(…)</c>) adds a record, and nothing touches a database before all are there.
/// </summary>
public sealed class Operations
{
    private readonly List<Operation> _steps = [];

    /// <summary>The operations, in order.</summary>
    public IReadOnlyList<Operation> Steps => _steps;

    /// <summary>What was said for this run, by name: <c>-x key=value</c> of the tool.</summary>
    public MigrationArguments Arguments { get; init; } = MigrationArguments.None;

    /// <summary>A word for this run: <c>--tag</c> of the tool; null: none.</summary>
    public string? Tag { get; init; }

    /// <summary>Whether a script is written: there is no database, and code cannot be run.</summary>
    public bool IsScript { get; init; }

    /// <summary>Adds an operation: a verb of a kind of your own is an extension method that calls this.</summary>
    public void Add(Operation operation) => _steps.Add(operation);

    /// <summary>Collects operations that belong to one of these.</summary>
    internal ValueList<Operation> Collect(Action<Operations> steps)
    {
        var inner = new Operations
        {
            Arguments = Arguments,
            Tag = Tag,
            IsScript = IsScript,
        };
        steps(inner);
        return [.. inner.Steps];
    }
}
