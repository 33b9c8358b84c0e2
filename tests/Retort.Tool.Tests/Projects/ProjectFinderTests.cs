namespace Retort.Tool.Tests.Projects;

public sealed class ProjectFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Row("G1.find-project")]
    public void The_only_project_beside_the_nearest_configuration_is_taken()
    {
        _folder.Write("retort.json", "{}");
        var project = _folder.Write("App.csproj", "<Project/>");
        _folder.Write("sub/deep/x.txt", "");

        Assert.Equal(project, Find("sub/deep").Path);
    }

    [Fact]
    [Row("G1.find-project")]
    public void The_configuration_names_a_project_elsewhere()
    {
        _folder.Write("retort.json", """{ "project": "src/App/App.csproj" }""");
        var project = _folder.Write("src/App/App.csproj", "<Project/>");
        _folder.Write("Other.csproj", "<Project/>");

        Assert.Equal(project, Find(".").Path);
    }

    [Fact]
    [Row("G1.find-project")]
    public void A_section_names_a_project_of_its_own_or_has_that_of_the_file()
    {
        var config = _folder.Write(
            "settings.json",
            """{ "project": "A.csproj", "sections": { "a": {}, "b": { "project": "B.csproj" } } }"""
        );
        var (first, second) = (_folder.Write("A.csproj", "<Project/>"), _folder.Write("B.csproj", "<Project/>"));

        Assert.Equal(first, Find(".", ("config", config)).Path);
        Assert.Equal(first, Find(".", ("config", config), ("name", "a")).Path);
        Assert.Equal(second, Find(".", ("config", config), ("name", "b")).Path);
        Assert.Equal("b", Find(".", ("config", config), ("name", "b")).ReadConfig().Section);
    }

    [Fact]
    [Row("G1.find-project")]
    public void A_section_without_configuration_is_wrong_usage()
    {
        _folder.Write("App.csproj", "<Project/>");

        Assert.Equal("RT0616", Assert.Throws<UsageException>(() => Find(".", ("name", "a")).ReadConfig()).Code);
    }

    [Theory]
    [Row("G1.find-project")]
    [InlineData("src/App/App.csproj")]
    [InlineData("src/App")]
    public void A_given_project_goes_first_with_the_configuration_above_it(string given)
    {
        var project = _folder.Write("src/App/App.csproj", "<Project/>");
        var config = _folder.Write("src/retort.json", "{}");
        _folder.Write("Other.csproj", "<Project/>");

        var found = Find(".", ("project", given));

        Assert.Equal(project, found.Path);
        Assert.Equal(config, found.ConfigPath);
    }

    [Fact]
    [Row("G1.find-project")]
    public void Without_configuration_the_only_project_here_is_taken()
    {
        var project = _folder.Write("App.csproj", "<Project/>");

        Assert.Equal(project, Find(".").Path);
    }

    [Fact]
    [Row("M2.no-project")]
    public void No_project_says_where_it_was_sought_and_what_to_type()
    {
        var error = Assert.Throws<UsageException>(() => Find("."));

        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Contains("retort init", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    [Row("M2.no-project")]
    public void Of_several_projects_each_gets_a_command_to_type()
    {
        _folder.Write("A.csproj", "<Project/>");
        _folder.Write("B b.csproj", "<Project/>");

        var error = Assert.Throws<UsageException>(() => Find("."));

        Assert.EndsWith(
            "  retort history --project A.csproj\n  retort history --project \"B b.csproj\"",
            error.Hint,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [Row("M2.no-project")]
    [InlineData("Gone.csproj")]
    [InlineData("gone")]
    public void A_given_project_that_is_not_there_is_named(string given)
    {
        var error = Assert.Throws<UsageException>(() => Find(".", ("project", given)));

        Assert.Contains(_folder.PathOf(given), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("M2.no-project")]
    public void A_configured_project_that_is_not_there_is_named_with_its_configuration()
    {
        var config = _folder.Write("retort.json", """{ "project": "Gone.csproj" }""");

        var error = Assert.Throws<UsageException>(() => Find("."));

        Assert.Contains(config, error.Message, StringComparison.Ordinal);
        Assert.Contains("Gone.csproj", error.Message, StringComparison.Ordinal);
    }

    private ProjectChoice Find(string directory, params (string Name, string Value)[] values) =>
        new ProjectFinder(
            new("history", values.ToDictionary(value => value.Name, value => value.Value)),
            Path.GetFullPath(_folder.PathOf(directory.Split('/'))).TrimEnd(Path.DirectorySeparatorChar)
        ).Find();
}
