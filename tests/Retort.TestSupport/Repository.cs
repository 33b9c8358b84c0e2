namespace Retort.TestSupport;

/// <summary>The repository that the tests were compiled in.</summary>
public static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file or folder of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>C# files below a folder, build output left out.</summary>
    public static IEnumerable<string> SourcesIn(params string[] parts) =>
        Directory
            .EnumerateFiles(PathOf(parts), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")
            )
            .Order(StringComparer.Ordinal);

    /// <summary>The tests run from the repository's own output folder; paths in the assembly are not real in a deterministic build.</summary>
    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Retort.slnx")))
                return folder;
        throw new InvalidOperationException("The tests do not stand in the repository that they were compiled in.");
    }
}
