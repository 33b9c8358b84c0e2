using Retort.Migrations.Tests.Runtime;
using static Retort.Ddl;

namespace Retort.Migrations.Tests.Commands;

/// <summary>What <c>show --verbose</c> tells of a revision's operations; the database is not looked at.</summary>
[Row("G4.show")]
public sealed class ShowCommandTests : IDisposable
{
    private static readonly CompiledRevision Create = Scripted.Revision(
        "a1",
        op =>
            op.CreateTable("hero", Column("id", Integer(), nullable: false), Column("name", Text()), PrimaryKey("id")),
        op => op.DropTable("hero")
    );

    private readonly TemporaryFolder _folder = new();
    private readonly Engine _engine = Engine.Create(SqliteDialect.Instance, "Data Source=:memory:");

    public void Dispose()
    {
        _engine.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Operations_are_shown_as_the_file_has_them_and_as_SQL_both_ways()
    {
        var shown = await Show("a1", Create);
        Assert.StartsWith(
            "op.CreateTable(\"hero\",",
            Assert.Single(shown.Upgrade!.Operations),
            StringComparison.Ordinal
        );
        Assert.StartsWith("CREATE TABLE hero (", Assert.Single(shown.Upgrade.Sql), StringComparison.Ordinal);
        Assert.Equal(["op.DropTable(\"hero\");"], shown.Downgrade!.Operations);
        Assert.Equal(["DROP TABLE hero"], shown.Downgrade.Sql);
    }

    [Fact]
    public async Task A_table_that_must_be_rebuilt_is_known_from_the_revisions_before()
    {
        var alter = Scripted.Revision("b2", op => op.AlterColumn("hero", "name", nullable: false), after: "a1");
        var shown = await Show("b2", Create, alter);
        Assert.Contains(shown.Upgrade!.Sql, sql => sql.Contains("name TEXT NOT NULL", StringComparison.Ordinal));
        Assert.Contains(shown.Upgrade.Sql, sql => sql.StartsWith("INSERT INTO", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_revision_without_a_way_back_has_none() =>
        Assert.Null(
            (await Show("b2", Create, Scripted.Revision("b2", op => op.Execute("SELECT 1"), after: "a1"))).Downgrade
        );

    [Fact]
    public async Task Code_is_a_comment_between_the_statements()
    {
        var code = Scripted.Revision(
            "a1",
            op =>
            {
                op.Execute("SELECT 1");
                op.Run((_, _) => Task.CompletedTask);
                op.Execute("SELECT 2");
            }
        );
        Assert.Equal(
            ["SELECT 1", "-- (_, _) => Task.CompletedTask", "SELECT 2"],
            (await Show("a1", code)).Upgrade!.Sql
        );
    }

    [Fact]
    public async Task What_cannot_be_known_without_the_database_is_said()
    {
        var alter = Scripted.Revision("a1", op => op.AlterColumn("of_others", "name", nullable: false));
        Assert.Contains("of_others", Assert.Single((await Show("a1", alter)).Upgrade!.Sql), StringComparison.Ordinal);
        Assert.StartsWith("-- ", (await Show("a1", alter)).Upgrade!.Sql[0], StringComparison.Ordinal);
    }

    /// <summary>The revisions stand in files too, whose hashes are those of the compiled ones.</summary>
    private async Task<ShownRevision> Show(string id, params IReadOnlyList<CompiledRevision> compiled)
    {
        foreach (var revision in compiled)
            _folder.Write(
                $"migrations/versions/{revision.Id}.cs",
                $"[Revision(\"{revision.Id}\")]{string.Concat(revision.Parents.Select(parent => $"[Revises(\"{parent}\")]"))} class R : Migration;"
            );
        var config = new MigrationsConfig(_folder.Path);
        var hashes = new ScriptDirectory(config)
            .Scan()
            .ToDictionary(script => script.Revision.Id, script => script.ContentHash);
        var context = new CommandContext(config)
        {
            Engine = _engine,
            Compiled = [.. compiled.Select(revision => revision with { Hash = hashes[revision.Id] })],
        };
        return Assert.Single(
            await new MigrationCommands(context).ShowAsync(
                new ShowOptions([id]) { Operations = true },
                TestContext.Current.CancellationToken
            )
        );
    }
}
