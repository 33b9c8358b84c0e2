namespace Retort.Migrations;

/// <summary>What the commands work with: the sources of a project, and, for those that need it, its database and its compiled assembly.</summary>
/// <param name="Config">The settings of retort.json.</param>
public sealed record CommandContext(MigrationsConfig Config)
{
    /// <summary>The database; null for commands that read sources only. Not disposed here.</summary>
    public Engine? Engine { get; init; }

    /// <summary>What is compiled into the project; null for commands that read sources only.</summary>
    public IReadOnlyList<CompiledRevision>? Compiled { get; init; }

    /// <summary>Whether the revisions are read from source; otherwise they are the compiled ones, and nothing can be written.</summary>
    public bool HasSources { get; init; } = true;

    /// <summary>The project's environment class; null where it has none.</summary>
    public MigrationEnvironment? Environment { get; init; }

    /// <summary>The namespace of new revisions.</summary>
    public string Namespace { get; init; } = "Migrations";

    /// <summary>Is told what happens while it happens; null: nobody.</summary>
    public IProgress<MigrationEvent>? Progress { get; init; }

    /// <summary>The clock of new files.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The migrations folder.</summary>
    public ScriptDirectory Scripts => field ??= HasSources || Compiled is null ? new(Config) : new(Config, Compiled);

    internal Engine Database =>
        Engine ?? throw new InvalidOperationException("This command needs a database: set CommandContext.Engine.");

    internal MigrationOptions Options =>
        new MigrationOptions
        {
            VersionTable = Config.VersionTable,
            HistoryTable = Config.HistoryTable,
            Progress = Progress,
        }.With(Environment);

    /// <summary>The context of the application that runs: its registered revisions and environment.</summary>
    public static CommandContext ForApplication(MigrationsConfig config, Engine? engine = null) =>
        new(config)
        {
            Engine = engine,
            Compiled = RevisionRegistry.Revisions,
            Environment = RevisionRegistry.CreateEnvironment(),
        };

    /// <summary>The compiled revisions with the graph of the sources, which agree with each other.</summary>
    /// <exception cref="StaleAssemblyException">The sources are not what was compiled.</exception>
    internal RevisionSet Revisions()
    {
        var compiled =
            Compiled
            ?? throw new InvalidOperationException(
                "This command needs compiled revisions: set CommandContext.Compiled."
            );
        var scripts = Scripts.Scan();
        StaleAssemblyException.ThrowIfDifferent(scripts, compiled);
        return new RevisionSet(compiled, RevisionGraph.Build(scripts.Select(script => script.Revision)));
    }
}
