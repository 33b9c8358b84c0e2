namespace Retort.Migrations;

/// <summary>How a script finds out whether a part is to be done.</summary>
internal abstract class ScriptFrame
{
    /// <summary>What stands before the first part, in a transaction; both tables are there.</summary>
    public virtual IReadOnlyList<string> Start => [];

    /// <summary>What stands behind the last part.</summary>
    public virtual IReadOnlyList<string> End => [];

    /// <summary>Makes sure that a part can stand outside of any transaction.</summary>
    /// <exception cref="OfflineException">It cannot.</exception>
    public virtual void RequireOutside(ScriptedPart part, string what) { }

    /// <summary>The statements of a part, with its version rows and its line of history.</summary>
    public abstract IEnumerable<string> Write(ScriptedPart part);
}
