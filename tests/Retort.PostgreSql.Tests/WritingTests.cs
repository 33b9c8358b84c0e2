using Retort.Migrations;
using Shared;

namespace Retort.PostgreSql.Tests;

/// <summary>Commands that write revisions, in a database that has something, and without one.</summary>
public sealed class WritingTests : IDisposable
{
    private readonly TempDatabase _database = new();
    private readonly ScriptedProject _project;

    public WritingTests() => _project = new ScriptedProject(_database.Engine);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _project.Dispose();
        _database.Dispose();
    }

    [Fact, Row("G4.merge-beside")]
    public async Task Tables_that_are_there_are_not_in_the_way()
    {
        _database.Sql("CREATE TABLE hero (id int); INSERT INTO hero VALUES (1)");
        _project
            .Add("a1", up: op => op.CreateTable("hero", Ddl.Column("name", Ddl.Text())))
            .Add("b2", "a1", op => op.Execute("DELETE FROM hero"))
            .Add("c3", "a1", op => op.RenameColumn("hero", "name", "full_name"));

        var proof = (await _project.Commands.MergeAsync(new(["heads"]), Token)).Proof;

        Assert.Equal(ProofState.Same, proof.State);
        Assert.Equal("1", _database.Sql("SELECT count(id) FROM hero").Trim());
    }

    [Fact, Row("G4.merge-beside")]
    public async Task What_names_a_schema_that_is_there_is_not_tried()
    {
        _database.Sql("CREATE SCHEMA \"other one\"; CREATE TABLE \"other one\".hero (id int)");
        _project.Add("a1").Add("b2", "a1", op => op.Execute("DROP TABLE \"other one\" . hero")).Add("c3", "a1");

        var proof = (await _project.Commands.MergeAsync(new(["heads"]), Token)).Proof;

        Assert.Equal(ProofState.Unproven, proof.State);
        Assert.Equal("Revision b2 names the schema 'other one', which is not the scratch schema.", proof.Reason);
    }

    [Fact, Row("G9.delete-refused")]
    public async Task What_a_server_that_is_not_there_may_have_stays()
    {
        _project.Add("a1").Add("b2", "a1");
        await using var nowhere = Engine.Create("postgresql://nobody@127.0.0.1:1/none");
        _project.Engine = nowhere;

        var delete = await Assert.ThrowsAsync<RevisionFileException>(() =>
            _project.Commands.DeleteAsync(new("b2"), Token)
        );
        var squash = await Assert.ThrowsAsync<RevisionFileException>(() =>
            _project.Commands.SquashAsync(new("a1:b2"), Token)
        );

        Assert.Equal(("RT0640", "RT0640"), (delete.Code, squash.Code));
        Assert.Contains("--no-database", delete.Hint, StringComparison.Ordinal);
        await _project.Commands.SquashAsync(new("a1:b2") { NoDatabase = true }, Token);
        Assert.False(File.Exists(_project.FileOf("a1")));
    }

    [Fact, Row("G4.merge-unproven")]
    public async Task A_server_that_is_not_there_proves_nothing()
    {
        _project.Add("a1").Add("b2");
        await using var nowhere = Engine.Create("postgresql://nobody@127.0.0.1:1/none");
        _project.Engine = nowhere;

        var merged = await _project.Commands.MergeAsync(new(["heads"]), Token);

        Assert.Equal(ProofState.Unproven, merged.Proof.State);
        Assert.True(File.Exists(merged.Path));
    }
}
