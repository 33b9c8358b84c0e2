namespace Retort.Migrations;

/// <summary>The revisions and the environment of the application. Filled once, by the module initialisers that are generated into its assemblies.</summary>
public static class RevisionRegistry
{
    private static readonly Lock Gate = new();
    private static readonly List<CompiledRevision> All = [];
    private static readonly List<EnvironmentClass> Environments = [];

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

    /// <summary>The revisions of a version history.</summary>
    /// <param name="section">What their <c>[Section]</c> says; null: those without it.</param>
    public static IReadOnlyList<CompiledRevision> RevisionsOf(string? section) =>
        [.. Revisions.Where(revision => revision.Section == section)];

    /// <summary>Makes a revision known.</summary>
    public static void Register(CompiledRevision revision)
    {
        lock (Gate)
            All.Add(revision);
    }

    /// <summary>Makes a project's environment known.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="create">Makes it.</param>
    /// <param name="section">What its <c>[Section]</c> says; null: it has none.</param>
    public static void RegisterEnvironment<T>(Func<T> create, string? section = null)
        where T : MigrationEnvironment
    {
        lock (Gate)
            Environments.Add(new(section, typeof(T), create));
    }

    /// <summary>
    /// A new instance of the environment of a section, which tells of its own errors as <see cref="MigrationException"/>; null where none is known.
    /// </summary>
    /// <param name="section">What its <c>[Section]</c> says; null: that without it.</param>
    /// <param name="arguments">What the environment is given; null: nothing.</param>
    /// <exception cref="MigrationException">Several classes derive from <see cref="MigrationEnvironment"/> for the section, or the constructor threw.</exception>
    public static MigrationEnvironment? CreateEnvironment(string? section = null, MigrationArguments? arguments = null)
    {
        List<EnvironmentClass> found;
        lock (Gate)
            found = [.. Environments.Where(each => each.Section == section)];
        return found switch
        {
            [] => null,
            [var only] => GuardedEnvironment.Create(only.Type, only.Create, arguments ?? MigrationArguments.None),
            _ => throw MigrationException.SeveralEnvironments(found.Select(each => each.Type), section),
        };
    }

    private sealed record EnvironmentClass(string? Section, Type Type, Func<MigrationEnvironment> Create);
}
