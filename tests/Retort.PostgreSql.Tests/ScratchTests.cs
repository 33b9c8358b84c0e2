using Retort.Migrations;

namespace Retort.PostgreSql.Tests;

/// <summary>A database for a moment, beside another one.</summary>
public sealed class ScratchTests : IDisposable
{
    private readonly TempDatabase _database = new();
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact, Row("J8.revision")]
    public async Task A_scratch_database_is_gone_afterwards()
    {
        string name;
        await using (var scratch = await ScratchDatabase.CreateAsync(_database.Engine, Token))
        {
            await using var connection = await scratch.Engine.ConnectAsync(Token);
            name = (await connection.ScalarAsync<string>("SELECT current_database()", Token))!;
            Assert.Equal("1", Count(name));
        }
        Assert.Equal("0", Count(name));
    }

    [Fact, Row("J8.revision")]
    public async Task A_revision_is_built_beside_the_database()
    {
        _database.Sql("CREATE TABLE hero (id int PRIMARY KEY); CREATE TABLE retort_version (version_num text)");
        _folder.Write("migrations/versions/3f2a9c1b7d04_create_heroes.cs", Source);
        var context = new CommandContext(new MigrationsConfig(_folder.Path)) { Engine = _database.Engine };
        var compiled = context
            .Scripts.Scan()
            .Select(each => new CompiledRevision(each.Revision.Id, each.ContentHash, () => new CreateHeroes()));
        var commands = new MigrationCommands(context with { Compiled = [.. compiled] });

        var result = await commands.DiffAsync(
            new DiffSide.Database(_database.Engine),
            new DiffSide.Revision("head"),
            cancellationToken: Token
        );

        Assert.Equal(["Detected added column 'hero.name'"], result.Changes.Detected);
        Assert.Equal(["BEGIN", "ALTER TABLE hero ADD COLUMN name text", "COMMIT"], result.Script);
        Assert.Equal(
            "0",
            _database.Sql("SELECT count(*) FROM pg_database WHERE datname LIKE 'retort_scratch%'").Trim()
        );
    }

    private const string Source = """
        using Retort.Migrations;

        [Revision("3f2a9c1b7d04")]
        public sealed class CreateHeroes : Migration
        {
            public override void Upgrade(Operations op) { }
        }
        """;

    private string Count(string name) =>
        _database.Sql($"SELECT count(*) FROM pg_database WHERE datname = '{name}'").Trim();

    private sealed class CreateHeroes : Migration
    {
        public override void Upgrade(Operations op) =>
            op.CreateTable(
                "hero",
                Ddl.Column("id", Ddl.Integer(), nullable: false),
                Ddl.Column("name", Ddl.Text()),
                Ddl.PrimaryKey("id", name: "hero_pkey")
            );
    }
}
