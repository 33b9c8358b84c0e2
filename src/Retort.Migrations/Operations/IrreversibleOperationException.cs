namespace Retort.Migrations;

/// <summary>An operation that cannot be undone from what it says.</summary>
public sealed class IrreversibleOperationException : RetortException
{
    internal IrreversibleOperationException(Operation operation, string missing)
        : base(
            "RT0701",
            $"`{operation}` cannot be undone from what it says: {missing}.",
            "Write the way back by hand in Downgrade."
        ) => Operation = operation;

    /// <summary>The operation.</summary>
    public Operation Operation { get; }
}
