using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace Shared;

/// <summary>A merge, and whether the order of what it joins matters.</summary>
public abstract class MergeTests : IDisposable
{
    private ScriptedProject? _project;

    protected abstract Engine Engine { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ScriptedProject Project =>
        _project ??= new ScriptedProject(Engine).Add(
            "a1",
            up: op => op.CreateTable("hero", Column("id", Integer(), nullable: false), PrimaryKey("id"))
        );

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        _project?.Dispose();
    }

    [Fact]
    [Row("G4.merge-same")]
    public async Task Branches_that_do_not_meet_are_proven_to_go_in_either_order()
    {
        Project
            .Add("b2", "a1", op => op.AddColumn("hero", Column("name", Text())))
            .Add(
                "c3",
                "a1",
                op =>
                {
                    op.CreateTable("team", Column("id", Integer(), nullable: false), PrimaryKey("id"));
                    op.BulkInsert("team", ["id"], [1]);
                    op.UpdateInBatches("team", key: "id", set: "id = id + 1");
                    op.CreateIndex("ix_team", "team", ["id"], concurrently: true);
                }
            );

        var result = await MergeAsync();

        Assert.Null(result.Proof.Reason);
        Assert.Equal((ProofState.Same, 0), (result.Proof.State, result.Proof.Differences.Count));
        Assert.Equal(["b2", "c3"], Written(result).DownRevisions);
        Assert.Equal("merge b2 and c3", Written(result).Message);
        await AssertNothingWasLeft();
    }

    [Fact]
    [Row("G4.merge-different")]
    public async Task What_comes_out_differently_is_named()
    {
        Project
            .Add("b2", "a1", op => op.CreateTable("team", ifNotExists: true, Column("id", Integer())))
            .Add("c3", "a1", op => op.CreateTable("team", ifNotExists: true, Column("name", Text())));

        var proof = (await MergeAsync()).Proof;

        Assert.Equal(ProofState.Different, proof.State);
        Assert.Equal(2, proof.Differences.Count);
        Assert.All(
            ["'team.id'", "'team.name'"],
            name => Assert.Contains(proof.Differences, each => each.Contains(name))
        );
        await AssertNothingWasLeft();
    }

    [Fact]
    [Row("G4.merge-different")]
    public async Task Branches_of_which_the_second_fails_are_named_with_the_words_of_the_database()
    {
        Project
            .Add("b2", "a1", op => op.AddColumn("hero", Column("name", Text())))
            .Add("c3", "a1", op => op.AddColumn("hero", Column("name", Text())));

        var proof = (await MergeAsync()).Proof;

        Assert.Equal(ProofState.Different, proof.State);
        Assert.StartsWith("revision c3 fails behind b2: ", proof.Differences[0], StringComparison.Ordinal);
        Assert.StartsWith("revision b2 fails behind c3: ", proof.Differences[1], StringComparison.Ordinal);
        Assert.Contains("name", proof.Differences[0], StringComparison.Ordinal);
    }

    [Fact]
    [Row("G4.merge-unproven")]
    public async Task Code_of_a_branch_is_never_run_and_code_below_them_is_left_out()
    {
        var runs = 0;
        void Code(Operations op) =>
            op.Run(
                (_, _) =>
                {
                    runs++;
                    return Task.CompletedTask;
                }
            );
        Project.Add("a2", "a1", Code).Add("b2", "a2").Add("c3", "a2");

        Assert.Equal(ProofState.Same, (await MergeAsync()).Proof.State);

        Project.Add("b3", "a2", Code);
        var proof = (await MergeAsync("b2", "b3")).Proof;
        Assert.Equal(ProofState.Unproven, proof.State);
        Assert.Equal("Revision b3 runs code, which is not run on a scratch schema.", proof.Reason);
        Assert.Equal(0, runs);
    }

    [Fact]
    [Row("G4.merge-unproven")]
    public async Task What_fails_in_both_orders_or_could_leave_the_scratch_schema_proves_nothing()
    {
        Project
            .Add("b2", "a1", op => op.Execute("INSERT INTO nowhere VALUES (1)"))
            .Add("c3", "a1")
            .Add("d4", "a1", op => op.Execute("COMMIT"));

        var fails = (await MergeAsync("b2", "c3")).Proof;
        var commits = (await MergeAsync("c3", "d4")).Proof;

        Assert.Equal((ProofState.Unproven, ProofState.Unproven), (fails.State, commits.State));
        Assert.StartsWith("On a scratch schema revision b2 fails behind ", fails.Reason, StringComparison.Ordinal);
        Assert.Equal("Revision d4 says COMMIT.", commits.Reason);
        await AssertNothingWasLeft();
    }

    [Fact]
    [Row("G4.merge-unproven")]
    public async Task Without_a_compiled_project_or_a_database_the_file_is_written_all_the_same()
    {
        Project.Add("b2", "a1").Add("c3", "a1");
        var sources = new MigrationCommands(Project.Context with { Compiled = null });

        var uncompiled = await sources.MergeAsync(new(["heads"]) { NotCompiled = "It does not build." }, Token);

        Assert.Equal(new MergeProof(ProofState.Unproven, [], "It does not build."), uncompiled.Proof);
        File.Delete(uncompiled.Path);
        Project.Engine = null;
        var without = await MergeAsync();
        Assert.Equal(ProofState.Unproven, without.Proof.State);
        Assert.True(File.Exists(without.Path));
    }

    private Task<MergeResult> MergeAsync(params string[] revisions) =>
        Project.Commands.MergeAsync(new(revisions is [] ? ["heads"] : revisions) { Splice = true }, Token);

    private static Revision Written(MergeResult result) =>
        RevisionScanner.Parse(result.Path, File.ReadAllText(result.Path)).Single().Revision;

    private async Task AssertNothingWasLeft()
    {
        await using var connection = await Engine.ConnectAsync(ConnectionPurpose.Migration, Token);
        var schema = await connection.Inspector.ReadAsync(cancellationToken: Token);
        Assert.Empty(schema.Tables);
        Assert.Empty(schema.Objects);
    }
}
