namespace Retort.Tool;

/// <summary>What the process says about its end to the one who started it; documented for scripts.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    public const int Failed = 1;

    /// <summary>Wrong usage, or no project.</summary>
    public const int Usage = 2;

    /// <summary>Models and database differ, or revisions are pending.</summary>
    public const int Differs = 3;

    /// <summary>Somebody else kept the database's lock.</summary>
    public const int Locked = 5;

    public const int Interrupted = 130;

    /// <summary>Never leaves the tool: the assembly is older than its sources, a build must come first.</summary>
    public const int Stale = 250;

    /// <summary>Never leaves the tool: a revision is written, and a build must come before it is applied.</summary>
    public const int Written = 251;
}
