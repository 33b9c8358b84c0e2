namespace Retort.Tool.Tests;

/// <summary>What a merge of two branches of the code leaves behind.</summary>
public sealed class HeadsTests(InstalledTool tool, HeroProject project) : IClassFixture<HeroProject>
{
    [Theory]
    [Row("G6.heads-no-error")]
    [InlineData("-p:TreatWarningsAsErrors=true")]
    [InlineData("-warnaserror")]
    public async Task Two_heads_never_break_a_build(string option)
    {
        using var one = project.With("migrations/versions/one.cs", HeroSources.Revision("one", project.First, ""));
        using var other = project.With(
            "migrations/versions/other.cs",
            HeroSources.Revision("other", project.First, "")
        );
        (await tool.DotnetAsync(project.Folder, "build", "--no-incremental", option)).Succeeds("warning RT1204");
    }
}
