namespace Retort.Migrations;

/// <summary>A revision as its source file declares it.</summary>
public sealed record RevisionScript
{
    private readonly Lazy<string> _hash;

    internal RevisionScript(Revision revision, string className, string? section, Lazy<string> hash) =>
        (Revision, ClassName, Section, _hash) = (revision, className, section, hash);

    /// <summary>The node of the graph; its location is the file and the line of <c>[Revision]</c>.</summary>
    public Revision Revision { get; }

    /// <summary>The class, without its namespace; empty where there is no source.</summary>
    public string ClassName { get; }

    /// <summary>What its <c>[Section]</c> says; null: it has none.</summary>
    public string? Section { get; }

    /// <summary>Of the whole file, as <see cref="Retort.Migrations.ContentHash"/> makes it; made when it is first asked for.</summary>
    public string ContentHash => _hash.Value;

    /// <summary>Where the text says what it follows and depends on.</summary>
    internal IReadOnlyList<RevisionLink> Links { get; init; } = [];

    /// <summary>The file.</summary>
    public string Path => Revision.Location!.Path;
}
