namespace Retort.Migrations;

/// <summary>Makes a class that derives from <c>Migration</c> a revision of the version history.</summary>
/// <remarks>Arguments are string literals: the graph is read from the source text, without a build.</remarks>
/// <param name="id">1 to 32 characters of <c>[A-Za-z0-9_]</c>, unique in the project; never changed once it was applied somewhere.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RevisionAttribute(string id) : Attribute
{
    /// <summary>What the version table holds.</summary>
    public string Id { get; } = id;

    /// <summary>What the revision does, as <c>retort history</c> shows it.</summary>
    public string? Message { get; set; }

    /// <summary>When the file was written, such as <c>2026-11-21T10:00:00Z</c>.</summary>
    public string? Created { get; set; }
}

/// <summary>The revisions that this one follows: one, or several for a merge. Without the attribute it is a base.</summary>
/// <param name="ids">Full ids, as string literals.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RevisesAttribute(params string[] ids) : Attribute
{
    /// <summary>Full ids.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;
}

/// <summary>Names the branch that begins here; revisions that follow carry the label by themselves.</summary>
/// <param name="labels">Names for <c>label@head</c> and its like, as string literals; they share one namespace with ids.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class BranchLabelAttribute(params string[] labels) : Attribute
{
    /// <summary>The labels declared here.</summary>
    public IReadOnlyList<string> Labels { get; } = labels;
}

/// <summary>Revisions of other branches that must be applied before this one, without being followed.</summary>
/// <param name="ids">Full ids or branch labels, as string literals; a label means the revision that declares it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class DependsOnAttribute(params string[] ids) : Attribute
{
    /// <summary>Full ids or branch labels.</summary>
    public IReadOnlyList<string> Ids { get; } = ids;
}
