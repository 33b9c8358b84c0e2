namespace Retort.Migrations;

/// <summary>How revisions are run.</summary>
public sealed record MigrationOptions
{
    /// <summary>Which of the application's version histories is run, where it has several: what <c>[Section]</c> says; null: those without it.</summary>
    public string? Section { get; init; }

    /// <summary>What was said for this run; the environment class and revisions read it (<see cref="Operations.Arguments"/>).</summary>
    public MigrationArguments Arguments { get; init; } = MigrationArguments.None;

    /// <summary>The table that has a row for each head that is applied.</summary>
    public TableName VersionTable { get; init; } = Retort.Migrations.VersionTable.DefaultName;

    /// <summary>The table that records each run of a revision.</summary>
    public TableName HistoryTable { get; init; } = Retort.Migrations.HistoryTable.DefaultName;

    /// <summary>How long to wait for somebody else who is changing the schema; null: as the environment class says, else five minutes.</summary>
    public TimeSpan? LockTimeout { get; init; }

    /// <summary>Who runs, for the history and for those who wait: user and machine.</summary>
    public string Who { get; init; } = $"{System.Environment.UserName}@{System.Environment.MachineName}";

    /// <summary>Is told what happens while it happens; null: nobody.</summary>
    public IProgress<MigrationEvent>? Progress { get; init; }

    /// <summary>Which transactions the revisions of a run have.</summary>
    public TransactionMode Transactions { get; init; }

    /// <summary>A word for this run; revisions read it as <see cref="Operations.Tag"/>.</summary>
    public string? Tag { get; init; }

    /// <summary>Is called back; null: nobody.</summary>
    internal MigrationEnvironment? Environment { get; private init; }

    /// <summary>The version of Retort.Migrations, for the history.</summary>
    internal static string ToolVersion { get; } =
        typeof(MigrationOptions).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Whether a table is one of the two that the runtime itself has.</summary>
    public bool IsOwn(TableName table) => table == VersionTable || table == HistoryTable;

    /// <summary>The options with what an environment says; what it leaves open stays.</summary>
    public MigrationOptions With(MigrationEnvironment? environment) =>
        environment is null
            ? this
            : this with
            {
                VersionTable = environment.VersionTable ?? VersionTable,
                HistoryTable = environment.HistoryTable ?? HistoryTable,
                LockTimeout = LockTimeout ?? environment.LockTimeout,
                Transactions = environment.Transactions ?? Transactions,
                Environment = environment,
            };

    /// <summary>What collects a revision's operations in this run.</summary>
    internal Operations NewOperations(bool isScript = false) =>
        new()
        {
            Arguments = Arguments,
            Tag = Tag,
            IsScript = isScript,
        };

    /// <summary>The options of a run on a database that nobody keeps: nobody is told, nobody is called back.</summary>
    internal MigrationOptions ForScratch() => this with { Progress = null, Environment = null };
}
