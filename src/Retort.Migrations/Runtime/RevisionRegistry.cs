namespace Retort.Migrations;

/// <summary>The revisions and the environment of the application. Filled once, by the module initialisers that are generated into its assemblies.</summary>
public static class RevisionRegistry
{
    private static readonly Lock Gate = new();
    private static readonly List<CompiledRevision> All = [];
    private static readonly List<Func<MigrationEnvironment>> Environments = [];

    /// <summary>The revisions by file name, then id: the order in which a graph reads them.</summary>
    public static IReadOnlyList<CompiledRevision> Revisions
    {
        get
        {
            lock (Gate)
                return
                [
                    .. All.OrderBy(revision => revision.File, StringComparer.Ordinal)
                        .ThenBy(revision => revision.Id, StringComparer.Ordinal),
                ];
        }
    }

    /// <summary>Makes a revision known.</summary>
    public static void Register(CompiledRevision revision)
    {
        lock (Gate)
            All.Add(revision);
    }

    /// <summary>Makes a project's environment known.</summary>
    public static void RegisterEnvironment(Func<MigrationEnvironment> create)
    {
        lock (Gate)
            Environments.Add(create);
    }

    /// <summary>A new instance of the environment; null where none is known.</summary>
    /// <exception cref="MigrationException">Several classes derive from <see cref="MigrationEnvironment"/>.</exception>
    public static MigrationEnvironment? CreateEnvironment()
    {
        Func<MigrationEnvironment>[] known;
        lock (Gate)
            known = [.. Environments];
        return known switch
        {
            [] => null,
            [var only] => only(),
            _ => throw MigrationException.SeveralEnvironments(known.Select(create => create().GetType())),
        };
    }
}
