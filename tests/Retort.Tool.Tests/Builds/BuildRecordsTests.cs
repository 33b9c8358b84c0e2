namespace Retort.Tool.Tests.Builds;

public sealed class BuildRecordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Row("G7.several-frameworks")]
    public void Of_several_frameworks_one_must_be_chosen()
    {
        Record("net10.0");
        Record("net11.0");

        var error = Assert.Throws<UsageException>(() => Records(framework: null).Find());

        Assert.Contains("net10.0, net11.0", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Choose one: --framework net1", error.Hint, StringComparison.Ordinal);
        Assert.Equal("net11.0", Records("net11.0").Find()!.Framework);
    }

    [Fact]
    [Row("G7.several-frameworks")]
    public void What_a_build_wrote_for_other_projects_and_configurations_is_left_out()
    {
        var mine = Record("net10.0");
        var released = Record("net10.0", configuration: "Release");
        var other = Record("net10.0", project: "Other");

        Assert.Equal(mine, Records(framework: null).Only([other, released, mine])!.Path);
        Assert.Null(Records(framework: null).Only([other, released]));
    }

    private BuildRecords Records(string? framework) => new(_folder.PathOf("App", "App.csproj"), "Debug", framework);

    private string Record(string framework, string project = "App", string configuration = "Debug")
    {
        var folder = $"{project}/obj/{configuration}/{framework}";
        _folder.Write($"{folder}/retort.stamp", "1");
        return _folder.Write(
            $"{folder}/retort.build",
            $"""
            format|2
            project|{_folder.PathOf(project, $"{project}.csproj")}
            configuration|{configuration}
            framework|{framework}
            """
        );
    }
}
