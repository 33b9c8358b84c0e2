namespace Retort.Tool.Tests.CommandLine;

/// <summary>What a shell offers when a person types Tab; bash itself is asked.</summary>
public sealed class CompletionTests(InstalledTool tool, HeroProject project) : IClassFixture<HeroProject>
{
    /// <summary>Does what bash does at Tab, and prints what it would offer.</summary>
    private const string Tab = """
        eval "$(retort completion bash)"
        COMP_LINE=$1; COMP_POINT=${#1}
        read -ra COMP_WORDS <<< "${1//@/ @ }"
        [[ $1 == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _retort
        echo "${COMPREPLY[*]}"
        """;

    [Theory]
    [Row("G7.completion")]
    [InlineData("retort upg", "upgrade")]
    [InlineData("retort upgrade --no-f", "--no-fast-build")]
    [InlineData("retort upgrade -v --url sqlite:///x.db he", "head heads")]
    [InlineData("retort completion z", "zsh")]
    [InlineData("retort upgrade x", "")]
    public async Task Bash_completes_commands_options_and_symbols(string line, string offered) =>
        Assert.Equal(offered, await OfferedAsync(line));

    [Fact]
    [Row("G7.completion")]
    public async Task Bash_completes_revisions_and_labels()
    {
        using var _ = project.With(
            "migrations/versions/eeeeeeeeeeee_labelled.cs",
            HeroSources
                .Revision("eeeeeeeeeeee", null, "")
                .Replace("public sealed", "[BranchLabel(\"shop\")]\npublic sealed", StringComparison.Ordinal)
        );

        Assert.Equal(project.First, await OfferedAsync($"retort upgrade {project.First[..4]}"));
        Assert.Equal("shop@head", await OfferedAsync("retort upgrade sho"));
        Assert.Equal("head", await OfferedAsync("retort downgrade shop@he"));
    }

    [Fact]
    [Row("G7.completion")]
    public async Task A_mistake_elsewhere_is_not_told_in_the_middle_of_a_line()
    {
        using var _ = project.With("migrations/versions/ffffffffffff_broken.cs", "[Revision(");

        Assert.Equal("", await OfferedAsync("retort upgrade he"));
    }

    [Theory]
    [Row("G7.completion")]
    [InlineData("zsh", "compdef _retort retort")]
    [InlineData("fish", "complete -c retort")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Other_shells_have_scripts_too(string shell, string line) =>
        (await project.RunAsync("completion", shell)).Succeeds(line, "[suggest:");

    [Fact]
    [Row("G7.completion")]
    public async Task An_unknown_shell_is_named() =>
        (await project.RunAsync("completion", "tcsh")).EndsWith(2, "RT0819", "tcsh", "bash, zsh, fish, pwsh");

    [Fact]
    [Row("G7.version")]
    public async Task The_version_is_shown() =>
        Assert.Equal("0.1.0\n", (await project.RunAsync("--version")).Succeeds().Output);

    private async Task<string> OfferedAsync(string line)
    {
        var environment = new Dictionary<string, string?>(tool.Environment)
        {
            ["PATH"] = $"{Path.GetDirectoryName(tool.Retort)}:{Environment.GetEnvironmentVariable("PATH")}",
        };
        var finished = await Programs.RunAsync(project.Folder, environment, "bash", ["-c", Tab, "bash", line]);
        Assert.Equal("", finished.Error);
        return finished.Succeeds().Output.TrimEnd();
    }
}
