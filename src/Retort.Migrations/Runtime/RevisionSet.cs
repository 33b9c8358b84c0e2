namespace Retort.Migrations;

/// <summary>The compiled revisions and the graph that they make.</summary>
public sealed class RevisionSet
{
    private readonly Dictionary<string, CompiledRevision> _byId = [];

    /// <summary>A set of revisions.</summary>
    /// <param name="compiled">The revisions, in load order.</param>
    /// <param name="graph">Their graph as read from source, whose nodes know file and line; null: made of the compiled ones.</param>
    /// <exception cref="RevisionException">The revisions contradict each other.</exception>
    public RevisionSet(IReadOnlyList<CompiledRevision> compiled, RevisionGraph? graph = null)
    {
        Compiled = compiled;
        Graph = graph ?? RevisionGraph.Build(compiled.Select(revision => revision.ToRevision()));
        foreach (var revision in compiled)
            _byId[revision.Id] = revision;
    }

    /// <summary>The revisions of the application's assemblies.</summary>
    /// <param name="section">What their <c>[Section]</c> says; null: those without it.</param>
    public static RevisionSet Registered(string? section = null) => new(RevisionRegistry.RevisionsOf(section));

    /// <summary>The revisions, in load order.</summary>
    public IReadOnlyList<CompiledRevision> Compiled { get; }

    /// <summary>The version history.</summary>
    public RevisionGraph Graph { get; }

    /// <summary>The compiled revision of a node.</summary>
    public CompiledRevision this[Revision revision] => _byId[revision.Id];
}
