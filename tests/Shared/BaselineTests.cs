using Retort;
using Retort.Migrations;

namespace Shared;

/// <summary>A database that was there before its history.</summary>
public abstract class BaselineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected abstract Engine Engine { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private CommandContext Context => new(new MigrationsConfig(_folder.Path)) { Engine = Engine };

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    [Fact]
    [Row("G1.baseline")]
    public async Task The_first_revision_makes_what_the_database_has_and_the_database_is_stamped_with_it()
    {
        await RunAsync("CREATE TABLE team (id integer NOT NULL PRIMARY KEY, name varchar(40) DEFAULT 'none')");
        await RunAsync("CREATE TABLE hero (id integer NOT NULL PRIMARY KEY, team_id integer REFERENCES team (id))");
        await RunAsync("CREATE INDEX ix_hero_team ON hero (team_id)");
        await RunAsync("CREATE VIEW names AS SELECT name FROM team");

        var result = await BaselineAsync();

        var text = await File.ReadAllTextAsync(result.Revision.Path!, Token);
        string[] expected =
        [
            "[Revision(\"" + result.Revision.Id + "\", Message = \"baseline\"",
            "op.CreateTable(\"team\",",
            "op.CreateTable(\"hero\",",
            "op.CreateIndex(\"ix_hero_team\", \"hero\", [\"team_id\"]);",
            "op.CreateView(\"names\",",
            "op.DropTable(\"team\");",
        ];
        Assert.All(expected, each => Assert.Contains(each, text, StringComparison.Ordinal));
        Assert.Equal([result.Revision.Id!], result.Stamp.Heads);
        var commands = new MigrationCommands(
            new CommandContext(RetortJson.Read(_folder.PathOf("retort.json"))) { Engine = Engine }
        );
        Assert.True(Assert.Single((await commands.CurrentAsync(Token)).Revisions).IsHead);
    }

    [Fact]
    [Row("G1.baseline-refused")]
    public async Task What_is_empty_or_has_a_history_is_not_taken_over()
    {
        Assert.Equal("RT0749", await CodeOf());
        await RunAsync("CREATE TABLE hero (id integer NOT NULL PRIMARY KEY)");
        _folder.Write("migrations/versions/a1.cs", "[Revision(\"a1\")] class A1 : Migration { }");
        Assert.Equal("RT0748", await CodeOf());
        File.Delete(_folder.PathOf("migrations", "versions", "a1.cs"));
        await new MigrationCommands(Context).EnsureVersionAsync(Token);
        Assert.Equal("RT0747", await CodeOf());
        Assert.False(File.Exists(_folder.PathOf("retort.json")));
    }

    private async Task<string> CodeOf() => (await Assert.ThrowsAsync<RevisionFileException>(BaselineAsync)).Code;

    private Task<BaselineResult> BaselineAsync() =>
        InitCommand.BaselineAsync(new InitOptions(_folder.Path, Url: "sqlite:///app.db"), Context, Token);

    private async Task RunAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(ConnectionPurpose.Migration, Token);
        await connection.ExecuteAsync(sql, Token);
    }
}
