namespace Retort.Tool.Tests.Builds;

public sealed class UpToDateCheckTests : IDisposable
{
    private readonly RecordedProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    [Row("G10.up-to-date")]
    public void Nothing_changed_is_fresh_each_time()
    {
        Assert.Equal(Freshness.Fresh, _project.Check());
        Assert.Equal(Freshness.Fresh, _project.Check());
    }

    [Theory]
    [Row("G10.up-to-date")]
    [InlineData("App/A.cs", Freshness.SourcesChanged)]
    [InlineData("App/New.cs", Freshness.SourcesChanged)]
    [InlineData("App/migrations/versions/1_new.cs", Freshness.SourcesChanged)]
    [InlineData("Shared/Linked.cs", Freshness.SourcesChanged)]
    [InlineData("App/App.csproj", Freshness.Stale)]
    [InlineData("App/Texts.resx", Freshness.Stale)]
    [InlineData("Directory.Build.props", Freshness.Stale)]
    [InlineData("global.json", Freshness.Stale)]
    [InlineData("App/.editorconfig", Freshness.Stale)]
    [InlineData("package/lib.dll", Freshness.Stale)]
    [InlineData("App/bin/App.dll", Freshness.Stale)]
    [InlineData("App/all.carried.sql", Freshness.Stale)]
    [InlineData("App/script.sql", Freshness.Fresh)]
    [InlineData("App/app.db", Freshness.Fresh)]
    [InlineData("App/obj/x.cs", Freshness.Fresh)]
    [InlineData("App/.git/x.cs", Freshness.Fresh)]
    [InlineData("App/notes.md", Freshness.Fresh)]
    public void A_written_file_is_noticed_the_first_time_and_later(string file, object expected)
    {
        using var checkedBefore = new RecordedProject();
        Assert.Equal(Freshness.Fresh, checkedBefore.Check());

        _project.Write(file);
        checkedBefore.Write(file);

        Assert.Equal((Freshness)expected, _project.Check());
        Assert.Equal((Freshness)expected, checkedBefore.Check());
    }

    [Theory]
    [Row("G10.up-to-date-imports")]
    [InlineData("../build/common.props", "build/common.props")]
    [InlineData("..\\build\\common.props", "build/common.props")]
    [InlineData("$(MSBuildThisFileDirectory)../build/common.props", "build/common.props")]
    [InlineData("$(MSBuildProjectDirectory)/../build/missing.props", "build/missing.props")]
    [InlineData("../build/common.props", "build/deeper/more.targets")]
    public void A_file_that_the_project_imports_from_elsewhere_is_noticed(string project, string file)
    {
        _project.Old("build/common.props", """<Project><Import Project="deeper/more.targets"/></Project>""");
        _project.Old("build/deeper/more.targets");
        _project.Old(
            "App/App.csproj",
            $"""<Project><Import Condition="true" Project="{project}" /><Import Project="$(Unknown)x.props" /></Project>"""
        );
        Assert.Equal(Freshness.Fresh, _project.Check());

        _project.Write(file);

        Assert.Equal(Freshness.Stale, _project.Check());
    }

    [Theory]
    [Row("G10.up-to-date")]
    [InlineData("App/A.cs", Freshness.SourcesChanged)]
    [InlineData("Shared/Linked.cs", Freshness.SourcesChanged)]
    [InlineData("App/App.csproj", Freshness.Stale)]
    [InlineData("package/lib.dll", Freshness.Stale)]
    [InlineData("App/bin/App.dll", Freshness.Stale)]
    public void A_deleted_file_is_noticed(string file, object expected)
    {
        _project.Delete(file);

        Assert.Equal((Freshness)expected, _project.Check());
    }

    [Theory]
    [Row("G10.up-to-date")]
    [InlineData("App/A.cs")]
    [InlineData("App/New.cs")]
    public void A_file_that_was_replaced_by_an_older_one_is_noticed(string file)
    {
        _project.Check();

        _project.Old(file);

        Assert.Equal(Freshness.SourcesChanged, _project.Check());
    }

    [Fact]
    [Row("G10.up-to-date")]
    public void A_source_that_a_build_left_out_is_none_of_the_projects()
    {
        _project.Old("App/Excluded.cs");
        Assert.Equal(Freshness.SourcesChanged, _project.Check());

        _project.Accept();

        Assert.Equal(Freshness.Fresh, _project.Check());
    }

    [Fact]
    [Row("G10.up-to-date")]
    public void An_edit_during_a_build_is_not_accepted()
    {
        _project.Write("App/A.cs");

        _project.Accept();

        Assert.Equal(Freshness.SourcesChanged, _project.Check());
    }
}
