namespace Retort.Migrations.Tests.Scripts;

[Row("G10.scan")]
public sealed class ScriptDirectoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Written_revisions_are_the_graph()
    {
        var writer = new RevisionWriter(Directory(), "App.Migrations");
        writer.Write(new("b", DateTimeOffset.UnixEpoch) { DownRevisions = ["a"], Message = "second" });
        writer.Write(new("a", DateTimeOffset.UnixEpoch) { Message = "first" });
        var graph = Directory().ReadGraph();
        Assert.Equal("b", graph.ResolveSingle("head")?.Id);
        Assert.Equal(["b", "a"], graph.NewestFirst.Select(revision => revision.Id));
    }

    [Fact]
    public void A_missing_versions_folder_is_an_empty_one()
    {
        System.IO.Directory.CreateDirectory(_folder.PathOf("migrations"));
        Assert.Empty(Directory().Scan());
    }

    [Fact]
    public void A_missing_migrations_folder_says_what_to_type()
    {
        var error = Assert.Throws<ScriptException>(() => Directory().Scan());
        Assert.Equal(("RT0604", _folder.PathOf("migrations")), (error.Code, error.Path));
        Assert.Contains("retort init", error.Hint, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ScriptDirectory Directory() => new(new MigrationsConfig(_folder.Path));
}
