using Retort.Migrations;
using Shared;

namespace Retort.PostgreSql.Tests;

/// <summary>A merge is tried in the database of the project, without touching what is there.</summary>
public sealed class MergeSchemaTests : IDisposable
{
    private readonly TempDatabase _database = new();
    private readonly ScriptedProject _project;

    public MergeSchemaTests() => _project = new ScriptedProject(_database.Engine);

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
