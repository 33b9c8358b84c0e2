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

    [Fact]
    [Row("G7.output")]
    public async Task What_the_project_writes_is_no_part_of_the_result()
    {
        using var _ = project.With(
            "Talk.cs",
            """
            internal static class Talk
            {
                [System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Begin() => System.Console.WriteLine("from the project");
            }
            """
        );
        var ran = (await project.RunAsync("upgrade", "base:head", "--sql", "--quiet")).Succeeds();
        Assert.StartsWith("PRAGMA", ran.Output, StringComparison.Ordinal);
        Assert.Contains("from the project", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Row("G7.output")]
    public async Task A_quiet_command_says_what_was_asked_for_and_not_what_was_done()
    {
        Assert.Equal("", (await project.OnAsync("quiet.db", "upgrade", "head", "--quiet")).Succeeds().Output);
        foreach (var command in new[] { "heads", "history", "current", "branches", "show head", "list-templates" })
            Assert.Equal(
                (await project.OnAsync("quiet.db", command.Split(' '))).Succeeds().Output,
                (await project.OnAsync("quiet.db", [.. command.Split(' '), "-q"])).Succeeds().Output
            );
    }
}
