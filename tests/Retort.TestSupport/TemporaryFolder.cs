namespace Retort.TestSupport;

/// <summary>A folder of a test's own, whose name has a blank and an umlaut; gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder, absolute.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("retort tést ").FullName;

    /// <summary>A file or folder in it.</summary>
    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file in it, and the folders that it needs.</summary>
    /// <returns>The file's path.</returns>
    public string Write(string name, string text)
    {
        var path = PathOf(name.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The text of a file in it.</summary>
    public string Read(string name) => File.ReadAllText(PathOf(name.Split('/')));

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
