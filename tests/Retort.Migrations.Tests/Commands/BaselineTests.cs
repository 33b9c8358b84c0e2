using Retort.Migrations.Tests.Scripts;

namespace Retort.Migrations.Tests.Commands;

/// <summary>The revision of a database that is taken over.</summary>
public sealed class BaselineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact, Row("G1.baseline")]
    public async Task It_compiles_and_makes_an_equal_database()
    {
        await using var old = Open("old.db");
        await using (var connection = await old.ConnectAsync(ConnectionPurpose.Migration, Token))
            foreach (var sql in Schema)
                await connection.ExecuteAsync(sql, Token);

        var result = await InitCommand.BaselineAsync(
            new InitOptions(_folder.Path),
            new CommandContext(new MigrationsConfig(_folder.Path)) { Engine = old },
            Token
        );

        var script = Assert.Single(RevisionScanner.Scan(_folder.PathOf("migrations", "versions")));
        var type = Compilation
            .Load([await File.ReadAllTextAsync(script.Path, Token)])
            .GetTypes()
            .Single(each => each.Name == script.ClassName);
        await using var fresh = Open("new.db");
        var compiled = new CompiledRevision(
            script.Revision.Id,
            script.ContentHash,
            () => (Migration)Activator.CreateInstance(type)!
        );
        await new MigrationRunner(fresh, new RevisionSet([compiled]), new()).UpgradeAsync(["head"], Token);
        var commands = new MigrationCommands(new CommandContext(new MigrationsConfig(_folder.Path)));
        var diff = await commands.DiffAsync(
            new DiffSide.Database(old),
            new DiffSide.Database(fresh),
            cancellationToken: Token
        );
        Assert.Empty(diff.Changes.Detected);
        Assert.Empty(result.Warnings);
    }

    [Fact, Row("H4.revision-environment")]
    public async Task The_environment_class_gives_tokens_to_it_and_writes_its_operations()
    {
        await using var old = Open("old.db");
        await using (var connection = await old.ConnectAsync(ConnectionPurpose.Migration, Token))
            await connection.ExecuteAsync("CREATE TABLE hero (id INTEGER PRIMARY KEY)", Token);
        _folder.Write("migrations/revision.template", "// by ${author}\n" + RevisionTemplate.Default);
        var environment = new CompiledProject.Models { Written = _ => "as the environment has it" };
        environment.Values["author"] = "Deadpond";

        var result = await InitCommand.BaselineAsync(
            new InitOptions(_folder.Path),
            new CommandContext(new MigrationsConfig(_folder.Path)) { Engine = old, Environment = environment },
            Token
        );

        var text = await File.ReadAllTextAsync(result.Revision.Path!, Token);
        Assert.StartsWith("// by Deadpond\n", text, StringComparison.Ordinal);
        Assert.Contains("as the environment has it", text, StringComparison.Ordinal);
    }

    [Fact, Row("G1.templates")]
    public void A_template_that_is_not_there_is_an_error_with_a_suggestion()
    {
        Assert.Equal(["generic"], MigrationCommands.ListTemplates().Select(template => template.Name));

        var error = Assert.Throws<RevisionFileException>(() =>
            InitCommand.Run(new InitOptions(_folder.Path) { Template = "generik" })
        );

        Assert.Equal("RT0646", error.Code);
        Assert.Contains("generic", error.Hint, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private static readonly string[] Schema =
    [
        "CREATE TABLE team (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT COLLATE NOCASE NOT NULL UNIQUE)",
        "CREATE TABLE hero (id INTEGER PRIMARY KEY, team_id INTEGER REFERENCES team (id) ON DELETE CASCADE, power REAL DEFAULT 1.5 CHECK (power > 0), doubled REAL GENERATED ALWAYS AS (power * 2) STORED) WITHOUT ROWID",
        "CREATE UNIQUE INDEX ix_hero_power ON hero (power DESC) WHERE team_id IS NOT NULL",
        "CREATE VIEW names AS SELECT name FROM team",
        "CREATE TRIGGER hero_gone AFTER DELETE ON hero BEGIN DELETE FROM team WHERE id = OLD.team_id; END",
    ];

    private Engine Open(string file) =>
        Engine.Create(SqliteDialect.Instance, $"Data Source={_folder.PathOf(file)};Pooling=False");
}
