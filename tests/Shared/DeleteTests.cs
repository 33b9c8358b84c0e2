using System.Text;
using Retort;
using Retort.Migrations;

namespace Shared;

/// <summary>A revision goes, and what followed it follows what it followed.</summary>
public abstract class DeleteTests : IDisposable
{
    private ScriptedProject? _project;

    protected abstract Engine Engine { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ScriptedProject Project =>
        _project ??= new ScriptedProject(Engine)
            .Add("a1")
            .Add("b2", "a1")
            .Add("c3", "b2")
            .Add("x1")
            .Add("x2", "x1", attributes: "[DependsOn(\"b2\")]")
            .Add("m1", "b2 x2");

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        _project?.Dispose();
    }

    [Fact]
    [Row("G9.delete")]
    public async Task What_named_the_revision_names_what_it_followed()
    {
        var marked = Encoding.Unicode.Preamble.ToArray();
        await File.WriteAllTextAsync(
            Project.FileOf("c3"),
            await File.ReadAllTextAsync(Project.FileOf("c3"), Token),
            Encoding.Unicode,
            Token
        );

        var result = await Project.Commands.DeleteAsync(new("b2"), Token);

        Assert.Equal(marked, (await File.ReadAllBytesAsync(Project.FileOf("c3"), Token))[..2]);
        Assert.False(File.Exists(result.Path));
        Assert.Equal(["c3", "m1", "x2"], result.Relinked.Select(each => each.Revision.Id).Order());
        Assert.Equal(["a1"], Find("c3").DownRevisions);
        Assert.Equal(["a1", "x2"], Find("m1").DownRevisions);
        Assert.Equal(["a1"], Find("x2").DependsOn);
        Assert.Equal(["c3", "m1"], Project.Commands.Heads().Select(each => each.Revision.Id).Order());
    }

    [Fact]
    [Row("G9.delete")]
    public async Task What_comes_before_anyway_is_not_followed_and_a_base_is_followed_by_a_base()
    {
        await Project.Commands.DeleteAsync(new("a1"), Token);
        Assert.Empty(Find("b2").DownRevisions);
        Assert.DoesNotContain(
            "Revises",
            await File.ReadAllTextAsync(Project.FileOf("b2"), Token),
            StringComparison.Ordinal
        );

        await Project.Commands.DeleteAsync(new("x2"), Token);

        Assert.Equal(["b2", "x1"], Find("m1").DownRevisions);
    }

    [Fact]
    [Row("G9.delete-applied")]
    public async Task A_revision_that_is_applied_stays()
    {
        await Project.Commands.StampAsync(new(["c3"]), Token);

        var error = await Assert.ThrowsAsync<RevisionFileException>(() =>
            Project.Commands.DeleteAsync(new("b2"), Token)
        );

        Assert.Equal("RT0639", error.Code);
        Assert.Contains("retort downgrade a1", error.Hint, StringComparison.Ordinal);
        Assert.True(File.Exists(Project.FileOf("b2")));
        Assert.Equal(["b2"], Find("c3").DownRevisions);
        await Project.Commands.DeleteAsync(new("x1"), Token);
        await Project.Commands.DeleteAsync(new("b2") { NoDatabase = true }, Token);
    }

    [Fact]
    [Row("G9.delete-refused")]
    public async Task What_others_need_or_share_stays()
    {
        Project.Add("w1", attributes: "[BranchLabel(\"web\")]").Add("w2", "w1");
        await File.AppendAllTextAsync(
            Project.FileOf("c3"),
            "[Revision(\"c4\")] [Revises(\"c3\")] class C4 : Migration { }",
            Token
        );

        Assert.Equal("RT0642", await CodeOf("w1"));
        Assert.Equal("RT0641", await CodeOf("c3"));
        Assert.Equal("RT0521", await CodeOf("z9"));
        Assert.Equal("RT0521", await CodeOf("base"));
        Assert.Equal("RT0525", await CodeOf("head"));
        await Project.Commands.DeleteAsync(new("w2"), Token);
        await Project.Commands.DeleteAsync(new("w1"), Token);
    }

    private async Task<string> CodeOf(string revision) =>
        (await Assert.ThrowsAnyAsync<RetortException>(() => Project.Commands.DeleteAsync(new(revision), Token))).Code;

    private Revision Find(string id) =>
        RevisionScanner.Parse(Project.FileOf(id), File.ReadAllText(Project.FileOf(id)))[0].Revision;
}
