namespace Retort.Migrations;

/// <summary>An operation that can be run, and in no script.</summary>
public sealed class NotScriptableException : RetortException
{
    internal NotScriptableException(Operation operation, string what)
        : base(
            "RT0751",
            $"Code has no SQL, so it can be in no script: {what}",
            "Run the revision with a connection, or say with op.Execute what the code does."
        ) => Operation = operation;

    /// <summary>The operation.</summary>
    public Operation Operation { get; }
}
