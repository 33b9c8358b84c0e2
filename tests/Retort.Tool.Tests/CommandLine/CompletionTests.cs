namespace Retort.Tool.Tests.CommandLine;

/// <summary>What a shell offers when a person types Tab; the shells themselves are asked.</summary>
public sealed class CompletionTests(InstalledTool tool, HeroProject project) : IClassFixture<HeroProject>
{
    /// <summary>Does what the shell does at Tab, and prints what it would offer.</summary>
    private const string BashTab = """
        eval "$(retort completion bash)"
        COMP_LINE=$1; COMP_POINT=${#1}
        read -ra COMP_WORDS <<< "${1//@/ @ }"
        [[ $1 == *' ' ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _retort
        echo "${COMPREPLY[*]}"
        """;

    /// <inheritdoc cref="BashTab" />
    private const string ZshTab = """
        compdef() {}
        compadd() { echo "${(P)2}" }
        _files() { echo files }
        eval "$(retort completion zsh)"
        words=(${(z)1}); [[ $1 == *' ' ]] && words+=("")
        CURRENT=${#words}
        _retort
        """;

    /// <inheritdoc cref="BashTab" />
    private const string FishTab = """
        retort completion fish | source
        set -l offered (complete -C $argv[1])
        echo $offered
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
    [InlineData("retort upg", "upgrade")]
    [InlineData("retort upgrade --no-f", "--no-fast-build")]
    [InlineData("retort upgrade -v --url sqlite:///x.db he", "head heads")]
    [InlineData("retort upgrade x", "files")]
    [InlineData("retort completion ", "bash fish pwsh zsh")]
    public async Task Zsh_completes_too(string line, string offered) =>
        Assert.Equal(offered, await OfferedAsync(line, "zsh", "-fc", ZshTab, "zsh"));

    [Theory]
    [Row("G7.completion")]
    [InlineData("retort upg", "upgrade")]
    [InlineData("echo; retort upgrade --no-f", "--no-fast-build")]
    [InlineData("retort upgrade -v --url sqlite:///x.db he", "head heads")]
    [InlineData("retort init migr", "migrations/")]
    public async Task Fish_completes_too(string line, string offered) =>
        Assert.Equal(offered, await OfferedAsync(line, "fish", "--no-config", "-c", FishTab));

    [Fact]
    [Row("G7.completion")]
    public async Task PowerShell_has_a_script_too() =>
        (await project.RunAsync("completion", "pwsh")).Succeeds("Register-ArgumentCompleter", "[suggest:");

    [Fact]
    [Row("G7.completion")]
    public async Task An_unknown_shell_is_named() =>
        (await project.RunAsync("completion", "tcsh")).EndsWith(2, "RT0819", "tcsh", "bash, zsh, fish, pwsh");

    [Fact]
    [Row("G7.version")]
    public async Task The_version_is_shown() =>
        Assert.Equal("0.1.0\n", (await project.RunAsync("--version")).Succeeds().Output);

    private Task<string> OfferedAsync(string line) => OfferedAsync(line, "bash", "-c", BashTab, "bash");

    private async Task<string> OfferedAsync(string line, string shell, params string[] arguments)
    {
        Assert.SkipUnless(Programs.Has(shell), $"{shell} is not installed.");
        var environment = new Dictionary<string, string?>(tool.Environment)
        {
            ["PATH"] = $"{Path.GetDirectoryName(tool.Retort)}:{Environment.GetEnvironmentVariable("PATH")}",
        };
        var finished = await Programs.RunAsync(project.Folder, environment, shell, [.. arguments, line]);
        Assert.Equal("", finished.Error);
        return finished.Succeeds().Output.TrimEnd();
    }
}
