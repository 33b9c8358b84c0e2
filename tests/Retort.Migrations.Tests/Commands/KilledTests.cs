namespace Retort.Migrations.Tests.Commands;

/// <summary>Commands that change several files, and are killed between two of them.</summary>
public sealed class KilledTests : IDisposable
{
    private readonly CompiledProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _project.Dispose();

    [Fact, Row("G9.squash-killed")]
    public async Task A_squash_is_finished_by_the_same_command_wherever_it_was()
    {
        await Line();
        var before = Read();
        var whole = await _project.Commands.SquashAsync(new("a1:d4"), Token);
        var after = Read();
        Assert.Equal(["d4_by_hand.cs", "y1_by_hand.cs"], after.Keys);
        Assert.StartsWith("using", after["d4_by_hand.cs"], StringComparison.Ordinal);

        for (var done = 0; done < 6; done++)
        {
            Restore(before);
            var plan = await new SquashCommand(_project.Context).PlanAsync(new("a1:d4"), Token);
            Assert.Equal(6, plan.Steps.Count);
            foreach (var step in plan.Steps.Take(done))
                step();

            var result = await _project.Commands.SquashAsync(new("a1:d4"), Token);

            Assert.Equal(after, Read());
            Assert.Equal(whole.Path, result.Path);
            Assert.Equal(["a1", "b2", "c3"], result.Removed.Select(each => each.Id));
            Assert.Equal(
                whole.Removed.Select(each => each.Location!.Path),
                result.Removed.Select(each => each.Location!.Path)
            );
        }
    }

    [Fact, Row("G9.squash-killed")]
    public async Task What_is_begun_is_finished_before_another_squash_is()
    {
        await Line();
        var plan = await new SquashCommand(_project.Context).PlanAsync(new("a1:b2"), Token);
        plan.Steps[0]();

        var error = await Assert.ThrowsAsync<RevisionFileException>(() =>
            _project.Commands.SquashAsync(new("c3:d4"), Token)
        );

        Assert.Equal("RT0652", error.Code);
        Assert.Contains("retort squash a1:b2", error.Hint, StringComparison.Ordinal);
        await _project.Commands.SquashAsync(new("a1:b2"), Token);
        _project.Build();
        await _project.Commands.SquashAsync(new("c3:d4"), Token);
    }

    [Fact, Row("G9.squash-killed")]
    public async Task A_delete_is_finished_by_the_same_command_wherever_it_was()
    {
        await Line();
        var before = Read();
        await _project.Commands.DeleteAsync(new("b2"), Token);
        var after = Read();

        for (var done = 0; done < 3; done++)
        {
            Restore(before);
            var plan = await new DeleteCommand(_project.Context).PlanAsync(new("b2"), Token);
            Assert.Equal(3, plan.Steps.Count);
            foreach (var step in plan.Steps.Take(done))
                step();
            _ = _project.Commands.Heads();

            await _project.Commands.DeleteAsync(new("b2"), Token);

            Assert.Equal(after, Read());
        }
    }

    /// <summary>Four revisions that follow each other, the third of which declares a label, and one that depends on the second.</summary>
    private async Task Line()
    {
        await _project.WriteBody("a1", "");
        await _project.WriteBody("b2", "", "", "a1");
        var labelled = await _project.WriteBody("c3", "", "", "b2");
        await _project.WriteBody("d4", "", "", "c3");
        var dependent = await _project.WriteBody("y1", "");
        await Declare(labelled, "[BranchLabel(\"web\")]");
        await Declare(dependent, "[DependsOn(\"b2\")]");
        _project.Build();
    }

    private static async Task Declare(string path, string attribute) =>
        await File.WriteAllTextAsync(
            path,
            (await File.ReadAllTextAsync(path, Token)).Replace(
                "[Revision(",
                $"{attribute}\n[Revision(",
                StringComparison.Ordinal
            ),
            Token
        );

    private SortedDictionary<string, string> Read() =>
        new(_project.Files.ToDictionary(file => Path.GetFileName(file), File.ReadAllText), StringComparer.Ordinal);

    private void Restore(SortedDictionary<string, string> files)
    {
        foreach (var file in _project.Files)
            File.Delete(file);
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(_project.Versions, name), text);
    }
}
