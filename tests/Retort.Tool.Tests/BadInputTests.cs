namespace Retort.Tool.Tests;

/// <summary>Mistakes of a person: each says what, where, and what to type; nothing is lost, no stack trace.</summary>
public sealed class BadInputTests(InstalledTool tool, HeroProject project) : IClassFixture<HeroProject>
{
    [Fact]
    [Row("M2.no-project")]
    public async Task A_folder_without_project_is_wrong_usage() =>
        (await tool.RunAsync(tool.EmptyFolder("nothing here"), "upgrade", "head")).EndsWith(2, "--project");

    [Fact]
    [Row("M2.several-projects")]
    public async Task Several_projects_are_listed_as_commands_to_type()
    {
        var folder = tool.EmptyFolder("two projects");
        foreach (var name in new[] { "One", "Two" })
            await File.WriteAllTextAsync(
                Path.Combine(folder, name + ".csproj"),
                "<Project Sdk=\"Microsoft.NET.Sdk\" />",
                TestContext.Current.CancellationToken
            );
        (await tool.RunAsync(folder, "current")).EndsWith(2, "One.csproj", "Two.csproj", "--project");
    }

    [Fact]
    [Row("M2.unknown-command")]
    public async Task An_unknown_command_is_wrong_usage() =>
        (await project.RunAsync("upgade", "head")).EndsWith(2, "upgrade");

    [Fact]
    [Row("M2.unknown-scheme")]
    public async Task An_unknown_scheme_names_the_package_to_add() =>
        (await project.RunAsync("current", "--url", "postgresql://localhost/x")).EndsWith(
            1,
            "postgresql",
            "dotnet add package Retort.PostgreSql"
        );

    [Fact]
    [Row("M2.missing-file")]
    public async Task Looking_at_a_missing_file_creates_none()
    {
        await project.OnAsync("missing.db", "current");
        await project.OnAsync("missing.db", "check");
        Assert.False(File.Exists(project.PathOf("missing.db")));
    }

    [Fact]
    [Row("M2.missing-folder")]
    public async Task A_missing_folder_is_named() =>
        (await project.OnAsync("no/such/folder/app.db", "upgrade", "head")).EndsWith(1, "no/such/folder");

    [Fact]
    [Row("M2.not-a-database")]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        await File.WriteAllTextAsync(
            project.PathOf("text.db"),
            "This is a letter, not a database. " + new string('x', 200),
            TestContext.Current.CancellationToken
        );
        (await project.OnAsync("text.db", "upgrade", "head")).EndsWith(1, "text.db");
        Assert.StartsWith(
            "This is a letter",
            await File.ReadAllTextAsync(project.PathOf("text.db"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Row("M2.unknown-revision")]
    public async Task An_unknown_revision_changes_nothing()
    {
        (await project.OnAsync("unknown.db", "upgrade", "abcdef123456")).EndsWith(1, "abcdef123456", "retort history");
        Assert.Empty(Tables("unknown.db"));
    }

    [Fact]
    [Row("M2.behind")]
    public async Task Autogenerate_on_a_database_that_is_behind_is_refused()
    {
        (await project.OnAsync("behind.db", "revision", "--autogenerate", "-m", "too early")).EndsWith(
            1,
            project.First,
            "retort upgrade head"
        );
        Assert.Single(Directory.EnumerateFiles(project.Versions));
    }

    [Fact]
    [Row("M2.build-error")]
    public async Task Build_errors_are_shown_as_the_compiler_says_them()
    {
        using var _ = project.With("Broken.cs", "class Broken { int x = \"text\"; }");
        (await project.OnAsync("build.db", "upgrade", "head")).EndsWith(1, "Broken.cs(1,24): error CS0029");
        Assert.False(File.Exists(project.PathOf("build.db")));
    }

    [Fact]
    [Row("M2.model-error")]
    public async Task Model_errors_are_diagnostics_of_the_build()
    {
        using var _ = project.With(
            "Villain.cs",
            "using Retort; [Table] public class Villain { public int Id { get; set; } }"
        );
        (await project.OnAsync("model.db", "upgrade", "head")).EndsWith(1, "Villain.cs", "error RT1", "partial");
    }

    [Fact]
    [Row("M2.unreadable-revision")]
    public async Task A_revision_file_that_does_not_parse_is_named_with_its_line()
    {
        using var _ = project.With(
            "migrations/versions/aaaaaaaaaaaa_bad.cs",
            "using Retort.Migrations;\n[Revision(\"aaaaaaaaaaaa\nclass Bad : Migration { }"
        );
        (await project.OnAsync("parse.db", "history")).EndsWith(1, "aaaaaaaaaaaa_bad.cs", "2");
        (await project.OnAsync("parse.db", "upgrade", "head")).EndsWith(1, "aaaaaaaaaaaa_bad.cs");
    }

    [Fact]
    [Row("M2.broken-config")]
    public async Task A_broken_configuration_is_named_with_its_line()
    {
        var file = project.PathOf("retort.json");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, "{\n  \"url\": 3\n}", TestContext.Current.CancellationToken);
        try
        {
            (await project.RunAsync("history")).EndsWith(1, "retort.json", "2");
        }
        finally
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    [Row("M2.raiseerr")]
    public async Task A_stack_trace_is_shown_when_asked_for()
    {
        var run = await project.OnAsync("raise.db", "upgrade", "abcdef123456", "--raiseerr");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("   at Retort.", run.All, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Tables(string database) =>
        File.Exists(project.PathOf(database))
            ? SqliteFile.Column(project.PathOf(database), "SELECT name FROM sqlite_master WHERE name = 'hero'")
            : [];
}
