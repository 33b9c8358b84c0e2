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

    /// <summary>What was passed to the environment class and to revisions.</summary>
    public MigrationArguments Arguments { get; init; } = MigrationArguments.None;

    /// <summary>A word for this run; revisions read it as <see cref="Operations.Tag"/>; null: none.</summary>
    public string? Tag { get; init; }

    /// <summary>The namespace of new revisions.</summary>
    public string Namespace { get; init; } = "Migrations";

    /// <summary>Is told what happens while it happens; null: nobody.</summary>
    public IProgress<MigrationEvent>? Progress { get; init; }

    /// <summary>The clock of new files.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The migrations folder.</summary>
    public ScriptDirectory Scripts =>
        field ??= HasSources || Compiled is null ? new(Config) : new(Config, [.. Compiled.Select(Script)]);

    internal Engine Database =>
        Engine ?? throw new InvalidOperationException("This command needs a database: set CommandContext.Engine.");

    /// <summary>Writes new revisions.</summary>
    internal RevisionWriter Writer =>
        new(Scripts, Namespace) { Values = Environment?.TemplateValues ?? new Dictionary<string, string>() };

    /// <summary>Writes operations in the form of the environment; null: there is none.</summary>
    internal Func<Operation, CSharpWriter, bool>? Render => Environment is { } environment ? environment.Render : null;

    /// <summary>What is run after something was done.</summary>
    internal HookRunner Hooks => new(Config, Progress);

    internal MigrationOptions Options =>
        new MigrationOptions
        {
            Section = Config.RevisionSection,
            Arguments = Arguments,
            Tag = Tag,
            Transactions = Config.Transactions is { } mode
                ? Enum.Parse<TransactionMode>(mode, ignoreCase: true)
                : TransactionMode.Revision,
            VersionTable = new TableName(Config.VersionTable, Config.VersionTableSchema),
            HistoryTable = new TableName(Config.HistoryTable, Config.VersionTableSchema),
            Progress = Progress,
        }.With(Environment);

    /// <summary>The context of the application that runs: the registered revisions and environment of the chosen section.</summary>
    /// <param name="config">The settings of retort.json.</param>
    /// <param name="engine">The database; null for commands that can do without.</param>
    /// <param name="arguments">What the environment class and revisions are given; null: nothing.</param>
    /// <exception cref="MigrationException">Several environment classes are for the section.</exception>
    public static CommandContext ForApplication(
        MigrationsConfig config,
        Engine? engine = null,
        MigrationArguments? arguments = null
    ) =>
        new(config)
        {
            Engine = engine,
            Compiled = RevisionRegistry.RevisionsOf(config.RevisionSection),
            Arguments = arguments ?? MigrationArguments.None,
            Environment =
                RevisionRegistry.CreateEnvironment(config.Section, arguments)
                ?? RevisionRegistry.CreateEnvironment(config.RevisionSection, arguments),
        };

    /// <summary>The compiled revisions with the graph of the sources, which agree with each other.</summary>
    /// <exception cref="StaleAssemblyException">The sources are not what was compiled.</exception>
    internal RevisionSet Revisions() => Revisions(Scripts.Scan());

    /// <summary>The same for sources that are read already.</summary>
    /// <inheritdoc cref="Revisions()" path="/exception" />
    internal RevisionSet Revisions(IReadOnlyList<RevisionScript> scripts)
    {
        var compiled =
            Compiled
            ?? throw new InvalidOperationException(
                "This command needs compiled revisions: set CommandContext.Compiled."
            );
        StaleAssemblyException.ThrowIfDifferent(scripts, compiled);
        return new RevisionSet(compiled, ScriptDirectory.GraphOf(scripts));
    }

    /// <summary>What a compiled revision still knows of its file.</summary>
    private static RevisionScript Script(CompiledRevision compiled) =>
        new(compiled.ToRevision(), compiled.Section, compiled.Hash);
}
