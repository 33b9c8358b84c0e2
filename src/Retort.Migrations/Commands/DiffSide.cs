namespace Retort.Migrations;

/// <summary>One of the two schemas that <c>retort diff</c> compares.</summary>
public abstract record DiffSide
{
    private DiffSide() { }

    /// <summary>What the models declare: the schema of the environment class.</summary>
    public sealed record Models : DiffSide;

    /// <summary>A database as it is.</summary>
    /// <param name="Engine">The database. Not disposed here.</param>
    public sealed record Database(Engine Engine) : DiffSide;

    /// <summary>What the revisions make, up to one of them: they are run on a scratch database.</summary>
    /// <param name="Target">As typed: <c>head</c>, <c>heads</c>, an id, <c>base</c>.</param>
    public sealed record Revision(string Target) : DiffSide;
}
