namespace Retort.Migrations.Tests.Commands;

/// <summary>What a merge joins, and what it does not.</summary>
public sealed class MergeTests : IDisposable
{
    private readonly CompiledProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact, Row("G4.merge")]
    public async Task A_merge_of_branches_is_one_head_and_runs()
    {
        await Fork();

        var merged = await _project.Commands.MergeAsync(
            new(["heads"])
            {
                Id = "d4",
                Message = "join",
                BranchLabel = "all",
            },
            Token
        );

        Assert.Equal(["b2", "c3"], merged.Parents.Select(parent => parent.Id));
        Assert.Equal(ProofState.Same, merged.Proof.State);
        _project.Build();
        Assert.Equal(["d4"], (await _project.Commands.UpgradeAsync("all", Token)).Heads);
        Assert.Contains(
            "class JoinD4",
            await File.ReadAllTextAsync(merged.Path, Token),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact, Row("G4.merge")]
    public async Task What_cannot_be_joined_is_said_before_a_file_is_written()
    {
        await Fork();

        Assert.Equal("RT0637", await CodeOf("b2"));
        Assert.Equal("RT0637", await CodeOf("base"));
        Assert.Equal("RT0638", await CodeOf("a1", "b2"));
        Assert.Equal("RT0521", await CodeOf("b2", "z9"));
        await _project.WriteBody("e5", "", "", "b2");
        Assert.Equal("RT0632", await CodeOf("b2", "c3"));
        Assert.Equal(4, _project.Files.Length);
        await _project.Commands.MergeAsync(new(["b2", "c3"]) { Splice = true }, Token);
    }

    [Fact, Row("G4.merge-unproven")]
    public async Task An_assembly_that_is_not_of_the_sources_proves_nothing_or_is_an_error()
    {
        await Fork();
        var path = await _project.WriteBody("c3", "op.Execute(\"SELECT 1\");", "", "a1");

        var error = await Assert.ThrowsAsync<StaleAssemblyException>(() =>
            _project.Commands.MergeAsync(new(["heads"]) { RequireCurrent = true }, Token)
        );

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(3, _project.Files.Length);
        var merged = await _project.Commands.MergeAsync(new(["heads"]), Token);
        Assert.Equal(ProofState.Unproven, merged.Proof.State);
        Assert.Contains($"{path} is not what was compiled.", merged.Proof.Reason, StringComparison.Ordinal);
        Assert.Contains("without --no-build", merged.Proof.Reason, StringComparison.Ordinal);
    }

    private async Task<string> CodeOf(params string[] revisions) =>
        (
            await Assert.ThrowsAnyAsync<RetortException>(() =>
                _project.Commands.MergeAsync(new(revisions) { Splice = revisions.Contains("a1") }, Token)
            )
        ).Code;

    private async Task Fork()
    {
        await _project.WriteBody("a1", "");
        await _project.WriteBody("b2", "", "", "a1");
        await _project.WriteBody("c3", "", "", "a1");
        _project.Build();
    }
}
