namespace Retort.Migrations.Tests.Runtime;

/// <summary>A SQLite file of its own, and what is run on it.</summary>
public sealed class MigratedDatabase : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<Engine> _engines = [];

    public MigratedDatabase() => Engine = NewEngine();

    public Engine Engine { get; }

    public string File => Path.Combine(_folder.Path, "app.db");

    public MigrationOptions Options { get; set; } = new() { Who = "tester@here" };

    public Engine NewEngine()
    {
        var engine = Engine.Create(SqliteDialect.Instance, $"Data Source={File};Pooling=False");
        _engines.Add(engine);
        return engine;
    }

    public MigrationRunner Runner(params IReadOnlyList<CompiledRevision> revisions) =>
        new(Engine, new RevisionSet(revisions), Options);

    public Task<MigrationRun> Upgrade(params IReadOnlyList<CompiledRevision> revisions) =>
        Runner(revisions).UpgradeAsync(["heads"], TestContext.Current.CancellationToken);

    public Task<MigrationRun> Downgrade(string target, params IReadOnlyList<CompiledRevision> revisions) =>
        Runner(revisions).DowngradeAsync(target, TestContext.Current.CancellationToken);

    /// <summary>Runs SQL.</summary>
    public void Run(string sql)
    {
        using var connection = Engine.Connect(ConnectionPurpose.Migration);
        connection.Execute(sql);
    }

    /// <summary>The rows of a query, values separated by a bar, NULL as nothing.</summary>
    public async Task<string[]> Rows(string sql)
    {
        await using var connection = await Engine.ConnectAsync(TestContext.Current.CancellationToken);
        var rows = await connection.QueryAsync(sql, TestContext.Current.CancellationToken);
        return [.. rows.Select(row => string.Join('|', row))];
    }

    /// <summary>The statements of the schema, without those of the runtime's own tables.</summary>
    public Task<string[]> Schema() =>
        Rows(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'retort%' AND name NOT LIKE 'sqlite%' ORDER BY name"
        );

    public Task<string[]> Versions() => Rows("SELECT version_num FROM retort_version ORDER BY 1");

    public void Dispose()
    {
        foreach (var engine in _engines)
            engine.Dispose();
        _folder.Dispose();
    }
}
