using System.Diagnostics;

namespace Retort.Tool.Tests.Builds;

/// <summary>What the tool does where a project changed: the compiler alone, or MSBuild; and what runs is always what stands in the sources.</summary>
public sealed class FastBuildTests(InstalledTool tool, ChangedProject project)
    : IClassFixture<ChangedProject>,
        IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await project.RestoreAsync();

    [Fact]
    [Row("G10.fast-build")]
    public async Task An_edit_is_compiled_alone_and_msbuild_finds_nothing_to_do_afterwards()
    {
        project.Write("Hero.cs", ChangedProject.HeroWith("Edited"));

        Assert.Equal(("edited", "Compiling (Hero.cs changed)"), await project.CheckAsync());
        Assert.Equal(("edited", ""), await project.CheckAsync());

        var compiled = await File.ReadAllBytesAsync(project.Assembly, TestContext.Current.CancellationToken);
        var time = File.GetLastWriteTimeUtc(project.Assembly);
        (await project.BuildAsync()).Succeeds();
        Assert.Equal(time, File.GetLastWriteTimeUtc(project.Assembly));
        Assert.Equal(compiled, await File.ReadAllBytesAsync(project.Assembly, TestContext.Current.CancellationToken));
        Assert.Equal(("edited", ""), await project.CheckAsync());
    }

    [Fact]
    [Row("G10.fast-build")]
    public async Task Files_that_come_and_go_are_compiled_alone()
    {
        project.Write(
            "more/Team.cs",
            HeroSources
                .Hero.Replace("Hero", "Team", StringComparison.Ordinal)
                .Replace("TeamApp", "HeroApp", StringComparison.Ordinal)
        );

        var (columns, way) = await project.CheckAsync();
        Assert.Contains("team", columns, StringComparison.Ordinal);
        Assert.Equal("Compiling (Team.cs is new)", way);
        (await project.BuildAsync()).Succeeds();
        Assert.Contains("team", (await project.CheckAsync()).Columns, StringComparison.Ordinal);

        project.Delete("more/Team.cs");
        Assert.Equal(("", "Compiling (Team.cs is gone)"), await project.CheckAsync());
        (await project.BuildAsync()).Succeeds();
        Assert.Equal(("", ""), await project.CheckAsync());
    }

    [Fact]
    [Row("G10.fast-build")]
    public async Task A_file_that_was_replaced_by_an_older_one_is_compiled()
    {
        await project.CheckAsync();
        project.Write("Hero.cs", ChangedProject.HeroWith("Old"));
        File.SetLastWriteTimeUtc(project.PathOf("Hero.cs"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var (columns, way) = await project.CheckAsync();

        Assert.Equal("old", columns);
        Assert.StartsWith("Compiling", way, StringComparison.Ordinal);
    }

    [Theory]
    [Row("G10.fast-build")]
    [InlineData("Directory.Build.props", "<Project />")]
    [InlineData(
        "Texts.resx",
        "<root><resheader name=\"resmimetype\"><value>text/microsoft-resx</value></resheader><resheader name=\"version\"><value>2.0</value></resheader><resheader name=\"reader\"><value>System.Resources.ResXResourceReader</value></resheader><resheader name=\"writer\"><value>System.Resources.ResXResourceWriter</value></resheader></root>"
    )]
    public async Task Anything_else_that_comes_or_goes_is_a_matter_of_msbuild(string file, string text)
    {
        project.Write(file, text);
        project.Write("Hero.cs", ChangedProject.HeroWith("Beside"));

        Assert.Equal(("beside", $"Building ({file} changed)"), await project.CheckAsync());
        project.Write("Hero.cs", ChangedProject.HeroWith("Later"));
        Assert.Equal(("later", "Compiling (Hero.cs changed)"), await project.CheckAsync());

        project.Delete(file);
        Assert.StartsWith("Building", (await project.CheckAsync()).Way, StringComparison.Ordinal);
    }

    [Fact]
    [Row("G10.fast-build")]
    public async Task A_resource_stays_in_what_is_compiled_alone()
    {
        project.Write("all.carried.sql", "");
        await project.CheckAsync();

        project.Write("Hero.cs", ChangedProject.HeroWith("Resourceful"));

        Assert.StartsWith("Compiling", (await project.CheckAsync()).Way, StringComparison.Ordinal);
        var text = System.Text.Encoding.Latin1.GetString(
            await File.ReadAllBytesAsync(project.Assembly, TestContext.Current.CancellationToken)
        );
        Assert.Contains("all.carried.sql", text, StringComparison.Ordinal);
        project.Delete("all.carried.sql");
    }

    [Fact]
    [Row("G10.fast-build")]
    public async Task A_project_that_says_more_about_its_build_is_left_to_msbuild()
    {
        var before = await File.ReadAllTextAsync(
            project.PathOf("HeroApp.csproj"),
            TestContext.Current.CancellationToken
        );
        project.WithInProject("<Target Name=\"Mine\" AfterTargets=\"Build\" />");
        await project.CheckAsync();
        project.Write("Hero.cs", ChangedProject.HeroWith("Targeted"));
        Assert.Equal(
            ("targeted", "Building (Hero.cs changed; HeroApp.csproj has steps of its own)"),
            await project.CheckAsync()
        );

        project.Write("HeroApp.csproj", before);
        project.WithInProject("<ItemGroup><Compile Remove=\"left/**\" /></ItemGroup>");
        await project.CheckAsync();
        project.Write("left/Out.cs", "this is no C#");
        Assert.Equal(
            ("targeted", "Building (Out.cs is new; HeroApp.csproj says which files there are)"),
            await project.CheckAsync()
        );
        project.Delete("left/Out.cs");
        await project.CheckAsync();
        project.Write("Hero.cs", ChangedProject.HeroWith("Listed"));
        Assert.Equal(("listed", "Compiling (Hero.cs changed)"), await project.CheckAsync());

        project.Write("HeroApp.csproj", before);
    }

    [Fact]
    [Row("G10.fast-build")]
    public async Task An_assembly_that_something_rewrites_behind_the_compiler_is_left_to_msbuild()
    {
        var before = await File.ReadAllTextAsync(
            project.PathOf("HeroApp.csproj"),
            TestContext.Current.CancellationToken
        );
        project.Write(
            "weave.targets",
            "<Project><Target Name=\"Weave\" AfterTargets=\"AfterCompile\"><Touch Files=\"@(IntermediateAssembly)\" /></Target></Project>"
        );
        project.WithInProject("<Import Project=\"weave.targets\" />");
        await project.CheckAsync();

        project.Write("Hero.cs", ChangedProject.HeroWith("Woven"));

        Assert.Equal(
            ("woven", "Building (Hero.cs changed; its assembly was changed behind the compiler)"),
            await project.CheckAsync()
        );
        project.Write("HeroApp.csproj", before);
        project.Delete("weave.targets");
    }

    [Fact]
    [Row("G10.fast-build-off")]
    public async Task It_can_be_switched_off()
    {
        project.Write("Hero.cs", ChangedProject.HeroWith("Off"));
        Assert.Equal(
            ("off", "Building (Hero.cs changed; --no-fast-build is given)"),
            await project.CheckAsync("--no-fast-build")
        );

        project.Write("Hero.cs", ChangedProject.HeroWith("OffToo"));
        var finished = await tool.RunWithAsync(
            project.Folder,
            new Dictionary<string, string?> { ["RETORT_NO_FAST_BUILD"] = "1" },
            "check"
        );
        finished.EndsWith(3, "RETORT_NO_FAST_BUILD is set", "off_too");
    }

    [Fact]
    [Row("G10.fast-build-off")]
    public async Task Without_the_compiler_server_it_compiles_too()
    {
        project.Write("Hero.cs", ChangedProject.HeroWith("Cold"));

        var finished = await tool.RunWithAsync(
            project.Folder,
            new Dictionary<string, string?> { ["UseSharedCompilation"] = "false" },
            "check"
        );

        finished.EndsWith(3, "Compiling HeroApp.csproj", "hero.cold");
    }

    [Fact]
    [Row("M2.build-error")]
    public async Task What_does_not_compile_is_said_and_changes_nothing()
    {
        await project.CheckAsync();
        var time = File.GetLastWriteTimeUtc(project.Assembly);
        project.Write("Hero.cs", HeroSources.Hero + "\noops");

        (await project.RunAsync("check")).EndsWith(1, "Compiling", "Hero.cs(", "error CS", "RT0811");

        Assert.Equal(time, File.GetLastWriteTimeUtc(project.Assembly));
        project.Write("Hero.cs", ChangedProject.HeroWith("Mended"));
        Assert.Equal(("mended", "Compiling (Hero.cs changed)"), await project.CheckAsync());
    }

    [Fact]
    [Row("G10.fast-build-killed")]
    public async Task Who_is_killed_while_compiling_leaves_nothing_wrong()
    {
        foreach (var milliseconds in new[] { 150, 300, 600 })
        {
            project.Write("Hero.cs", ChangedProject.HeroWith($"Killed{milliseconds}"));
            using (var process = Start("check"))
            {
                await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
            Assert.Equal($"killed{milliseconds}", (await project.CheckAsync()).Columns);
        }
    }

    [Fact]
    [Row("G10.fast-build-killed")]
    public async Task Without_its_stamp_a_record_counts_for_nothing()
    {
        await project.CheckAsync();
        project.Delete("obj/Debug/net10.0/retort.stamp");

        Assert.Equal(("", "Building (no build is recorded)"), await project.CheckAsync());
    }

    [Fact]
    [Row("G10.fast-build-races")]
    public async Task An_edit_while_the_compiler_runs_is_noticed()
    {
        foreach (var milliseconds in new[] { 0, 100, 250 })
        {
            project.Write("Hero.cs", ChangedProject.HeroWith("First"));
            using (var process = Start("check"))
            {
                await Compiles(process);
                await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
                project.Write("Hero.cs", ChangedProject.HeroWith($"Second{milliseconds}"));
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }
            Assert.Equal($"second{milliseconds}", (await project.CheckAsync()).Columns);
        }
    }

    [Fact]
    [Row("G10.fast-build-races")]
    public async Task Commands_and_builds_at_once_end_with_what_the_sources_say()
    {
        project.Write("Hero.cs", ChangedProject.HeroWith("Raced"));

        var commands = Enumerable.Range(0, 3).Select(_ => project.RunAsync("check"));
        await Task.WhenAll([project.BuildAsync(), .. commands]);

        Assert.Equal("raced", (await project.CheckAsync()).Columns);
    }

    private Process Start(params string[] arguments) =>
        Programs.Start(project.Folder, tool.Environment, tool.Retort, arguments);

    private static async Task Compiles(Process process)
    {
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.StartsWith("Compiling", StringComparison.Ordinal))
                return;
    }
}
