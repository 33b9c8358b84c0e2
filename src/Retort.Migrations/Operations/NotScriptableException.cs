namespace Retort.Migrations;

/// <summary>An operation that can be run, and in no script.</summary>
public sealed class NotScriptableException : RetortException
{
    private NotScriptableException(string message)
        : base(
            "RT0751",
            message,
            "Run the revision with a connection, or say with op.Execute what the code does: op.IsScript says whether a script is written."
        ) { }

    internal static NotScriptableException OfCode(string what) =>
        new($"Code has no SQL, so it can be in no script: {what}");

    /// <param name="revision">The revision, with its place.</param>
    /// <param name="what">What runs.</param>
    internal static NotScriptableException InRevision(string revision, string what) =>
        new($"Revision {revision} runs code, which has no SQL and can be in no script: {what}");
}
