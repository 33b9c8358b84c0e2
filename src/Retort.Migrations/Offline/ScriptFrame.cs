namespace Retort.Migrations;

/// <summary>How a script finds out whether a part is to be done.</summary>
internal abstract class ScriptFrame
{
    /// <summary>Writes what stands at the head of the script.</summary>
    public virtual void Begin(ScriptText script) { }

    /// <summary>What stands before the first part, in a transaction; both tables are there.</summary>
    public virtual IReadOnlyList<string> Start => [];

    /// <summary>Writes what stands behind the last part.</summary>
    public virtual void End(ScriptText script) { }

    /// <summary>Makes sure, within a part, that a table is what a rebuild takes it for.</summary>
    /// <param name="revision">The revision that rebuilds it.</param>
    /// <param name="rows">The version rows by then, where the database comes the way of the script.</param>
    /// <param name="table">The table.</param>
    /// <param name="isSame">The condition that it is the same as on the way of the script.</param>
    public virtual IReadOnlyList<string> BeforeRebuild(
        Revision revision,
        IReadOnlyList<string> rows,
        TableName table,
        string isSame
    ) => [];

    /// <summary>Makes sure that a part can stand outside of any transaction.</summary>
    /// <exception cref="OfflineException">It cannot.</exception>
    public virtual void RequireOutside(ScriptedPart part, string what) { }

    /// <summary>Writes the statements of a part, with its version rows and its line of history.</summary>
    public abstract void Write(ScriptText script, ScriptedPart part);
}
