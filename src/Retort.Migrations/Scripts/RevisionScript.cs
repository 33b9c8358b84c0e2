namespace Retort.Migrations;

/// <summary>A revision as its source file declares it.</summary>
public sealed record RevisionScript
{
    private readonly Lazy<string> _hash;
    private readonly SourceText? _source;

    /// <summary>A revision that is read from source.</summary>
    internal RevisionScript(Revision revision, string className, string? section, SourceText source)
        : this(revision, className, section, new Lazy<string>(() => Retort.Migrations.ContentHash.Of(source.Text))) =>
        _source = source;

    /// <summary>A revision of which there is no source here.</summary>
    internal RevisionScript(Revision revision, string? section, string hash)
        : this(revision, className: "", section, new Lazy<string>(hash)) { }

    private RevisionScript(Revision revision, string className, string? section, Lazy<string> hash) =>
        (Revision, ClassName, Section, _hash) = (revision, className, section, hash);

    /// <summary>The node of the graph; its location is the file and the line of <c>[Revision]</c>.</summary>
    public Revision Revision { get; }

    /// <summary>The class, without its namespace; empty where there is no source.</summary>
    public string ClassName { get; }

    /// <summary>What its <c>[Section]</c> says; null: it has none.</summary>
    public string? Section { get; }

    /// <summary>Of the whole file, as <see cref="Retort.Migrations.ContentHash"/> makes it; made when it is first asked for.</summary>
    public string ContentHash => _hash.Value;

    /// <summary>The range of a <c>retort squash</c> that has still files to delete, as it was typed; null: none.</summary>
    public string? UnfinishedSquash => Mark?.Range;

    /// <summary>What a squash has left to do; null: nothing.</summary>
    internal SquashMark? Mark => _source is null ? null : SquashMark.Of(_source);

    /// <summary>Where the text says what it follows and depends on.</summary>
    internal IReadOnlyList<RevisionLink> Links { get; init; } = [];

    /// <summary>The file.</summary>
    public string Path => Revision.Location!.Path;

    /// <summary>Whether its text has this hash, and this fingerprint, which is quicker to ask for; null: it is not known.</summary>
    internal bool Has(string hash, ulong? fingerprint) =>
        fingerprint is { } quick && _source is { } source
            ? ContentFingerprint.Of(source.Text) == quick
            : ContentHash == hash;
}
