namespace Retort.Migrations;

/// <summary>
/// What a revision does, collected: each verb (<c>op.CreateTable(…)</c>) adds a record, and nothing touches a database before all are there.
/// </summary>
public sealed class Operations
{
    private readonly List<Operation> _steps = [];

    /// <summary>The operations, in order.</summary>
    public IReadOnlyList<Operation> Steps => _steps;

    /// <summary>Adds an operation: a verb of a kind of your own is an extension method that calls this.</summary>
    public void Add(Operation operation) => _steps.Add(operation);
}
