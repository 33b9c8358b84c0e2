using static Retort.Ddl;

namespace Retort.Migrations.Tests.Commands;

/// <summary>One revision in the place of several.</summary>
public sealed class SquashTests : IDisposable
{
    private readonly CompiledProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact, Row("G9.squash")]
    public async Task The_one_does_what_the_several_did_forth_and_back()
    {
        await ThreeRevisions();

        var result = await _project.Commands.SquashAsync(new("a1:c3") { Message = "heroes and teams" }, Token);

        Assert.Equal(["a1", "b2"], result.Removed.Select(each => each.Id));
        Assert.Equal([result.Path], _project.Files);
        _project.Build();
        var run = await _project.Commands.UpgradeAsync("head", Token);
        Assert.Empty(run.Applied);
        Assert.Equal(["c3"], run.Heads);
        await _project.Commands.DowngradeAsync("base", Token);
        Assert.Equal(["c3"], (await _project.Commands.UpgradeAsync("head", Token)).Heads);
        Assert.True((await _project.Commands.CheckAsync(Token)).IsEmpty);
        var text = await File.ReadAllTextAsync(result.Path, Token);
        Assert.Contains("Message = \"heroes and teams\"", text, StringComparison.Ordinal);
        Assert.Contains("/// Was b2, add allegiance", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[Revises", text, StringComparison.Ordinal);
    }

    [Fact, Row("G9.squash")]
    public async Task Labels_and_dependencies_of_the_several_are_those_of_the_one()
    {
        await _project.WriteBody("a1", "");
        await _project.Commands.RevisionAsync(new() { Id = "x1", Head = "base" }, Token);
        await _project.Commands.RevisionAsync(
            new()
            {
                Id = "b2",
                Head = "a1",
                BranchLabel = "web",
                DependsOn = ["x1"],
            },
            Token
        );
        await _project.Commands.RevisionAsync(
            new()
            {
                Id = "c3",
                Head = "b2",
                DependsOn = ["a1", "web"],
            },
            Token
        );
        await _project.Commands.RevisionAsync(
            new()
            {
                Id = "y1",
                Head = "x1",
                DependsOn = ["b2"],
            },
            Token
        );
        _project.Build();

        var result = await _project.Commands.SquashAsync(new("b2:web@head"), Token);

        Assert.Equal(["a1"], result.Revision.DownRevisions);
        Assert.Equal(["web"], result.Revision.BranchLabels);
        Assert.Equal(["x1", "a1"], result.Revision.DependsOn);
        Assert.Equal(["c3"], Assert.Single(result.Relinked).Revision.DependsOn);
    }

    [Fact, Row("G9.squash-refused")]
    public async Task What_is_no_line_runs_code_or_has_no_way_back_stays_as_it_is()
    {
        await _project.WriteBody("a1", "");
        await _project.WriteBody("b2", "", "", "a1");
        await _project.WriteBody("c3", "", "", "b2");
        await _project.WriteBody("d4", "", "", "b2");
        await _project.WriteBody("e5", "op.Run((a, b) => System.Threading.Tasks.Task.CompletedTask);", "", "c3");
        await _project.WriteBody("f6", "", "", "e5", "d4");
        await _project.WriteBody("g7", "", "", "f6");
        _project.Build();

        Assert.Equal("RT0643", await CodeOf("a1"));
        Assert.Equal("RT0643", await CodeOf("a1:a1"));
        Assert.Equal("RT0643", await CodeOf("base:a1"));
        Assert.Equal("RT0643", await CodeOf("b2:a1"));
        Assert.Equal("RT0643", await CodeOf("d4:g7"));
        Assert.Equal("RT0644", await CodeOf("a1:c3"));
        Assert.Equal("RT0634", await CodeOf("c3:e5"));
        Assert.Equal("RT0521", await CodeOf("a1:z9"));
        Assert.Equal(7, _project.Files.Length);
    }

    [Fact, Row("G9.squash-refused")]
    public async Task A_database_in_the_middle_is_not_left_without_a_way()
    {
        await ThreeRevisions();
        await _project.Commands.DowngradeAsync("-1", Token);

        Assert.Equal("RT0645", await CodeOf("a1:c3"));

        Assert.Equal(3, _project.Files.Length);
        await _project.Commands.SquashAsync(new("a1:c3") { NoDatabase = true }, Token);
    }

    private async Task<string> CodeOf(string range) =>
        (await Assert.ThrowsAnyAsync<RetortException>(() => _project.Commands.SquashAsync(new(range), Token))).Code;

    private async Task ThreeRevisions()
    {
        _project.Declare(Heroes.First);
        await _project.Migrate("create heroes", "a1");
        _project.Declare(Heroes.Second);
        await _project.Migrate("add allegiance", "b2");
        _project.Declare(
            Heroes.Second,
            new Table("team", [Column("id", Integer(), nullable: false), PrimaryKey("id")])
        );
        await _project.Migrate("create teams", "c3");
    }
}
