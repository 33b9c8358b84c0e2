namespace Retort.Tool.Tests;

/// <summary>A project with one revision, built; each test uses a database of its own by <c>--url</c>.</summary>
public sealed class HeroProject(InstalledTool tool) : IAsyncLifetime
{
    /// <summary>The folder of the project.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>The id of its revision.</summary>
    public string First { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Folder = await tool.NewProjectAsync($"project {Guid.NewGuid():N}");
        await File.WriteAllTextAsync(Path.Combine(Folder, "Hero.cs"), HeroSources.Hero);
        (await RunAsync("init")).Succeeds();
        (await RunAsync("revision", "--autogenerate", "-m", "create heroes")).Succeeds();
        First = Path.GetFileName(Directory.EnumerateFiles(Versions).Single())[..12];
    }

    /// <summary>The folder with the revisions.</summary>
    public string Versions => Path.Combine(Folder, "migrations", "versions");

    /// <summary>Runs <c>retort</c> in the project.</summary>
    public Task<Finished> RunAsync(params IEnumerable<string> arguments) => tool.RunAsync(Folder, arguments);

    /// <summary>Runs <c>retort</c> on a database of the test's own.</summary>
    public Task<Finished> OnAsync(string database, params IEnumerable<string> arguments) =>
        RunAsync([.. arguments, "--url", $"sqlite:///{database}"]);

    /// <summary>The file of a database.</summary>
    public string PathOf(string database) => Path.Combine(Folder, database);

    /// <summary>Adds a file for as long as the result lives.</summary>
    public IDisposable With(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        File.WriteAllText(file, text);
        return new Removal(file);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Removal(string file) : IDisposable
    {
        public void Dispose() => File.Delete(file);
    }
}
