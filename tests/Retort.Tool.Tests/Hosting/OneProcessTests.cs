namespace Retort.Tool.Tests.Hosting;

/// <summary>The start of a runtime is most of what a command costs: a project that needs nothing special is loaded by the tool itself.</summary>
public sealed class OneProcessTests(HeroProject project) : IClassFixture<HeroProject>
{
    [Theory]
    [Row("G10.one-process")]
    [InlineData("current")]
    [InlineData("upgrade", "head")]
    [InlineData("downgrade", "base")]
    [InlineData("stamp", "head", "-x", "tenant=acme")]
    [InlineData("check")]
    [InlineData("history", "-i", "-r", "base:current")]
    [InlineData("plan", "upgrade", "head")]
    [InlineData("show", "head")]
    [InlineData("ensure-version")]
    [InlineData("delete", "head")]
    [InlineData("revision", "--autogenerate", "-m", "nothing")]
    public async Task A_command_takes_one_process(params string[] command)
    {
        var ran = await project.OnAsync("one.db", [.. command, "-v"]);
        Assert.NotEqual(2, ran.ExitCode);
        Assert.DoesNotContain("a process of its own", ran.All, StringComparison.Ordinal);
    }
}
