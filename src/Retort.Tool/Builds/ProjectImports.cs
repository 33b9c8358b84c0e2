namespace Retort.Tool;

/// <summary>The files that the text of a project imports, wherever they lie, and those that they import; as far as a path can be read without MSBuild.</summary>
internal sealed class ProjectImports(BuildRecord record)
{
    private const string Element = "<Import ";
    private const string Attribute = "Project=\"";

    private readonly HashSet<string> _found = [];

    /// <summary>Their paths, each once; they need not exist.</summary>
    public IReadOnlyCollection<string> Paths()
    {
        foreach (var path in record.BuildFiles.Prepend(record.Project))
            Follow(path);
        return _found;
    }

    private void Follow(string path)
    {
        if (!File.Exists(path))
            return;
        foreach (var imported in Imported(File.ReadAllText(path), Path.GetDirectoryName(path)!))
            if (_found.Add(imported))
                Follow(imported);
    }

    private IEnumerable<string> Imported(string text, string folder)
    {
        for (
            var at = text.IndexOf(Element, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Element, at + Element.Length, StringComparison.Ordinal)
        )
            if (AttributeOf(text.AsSpan(at)) is { } project && Resolve(project, folder) is { } path)
                yield return path;
    }

    private static string? AttributeOf(ReadOnlySpan<char> text)
    {
        var element = text[..Math.Max(text.IndexOf('>'), 0)];
        var start = element.IndexOf(Attribute, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var value = element[(start + Attribute.Length)..];
        return value[..Math.Max(value.IndexOf('"'), 0)].ToString();
    }

    /// <summary>The absolute path; null where only MSBuild knows it.</summary>
    private string? Resolve(string project, string folder)
    {
        var path = project
            .Replace("$(MSBuildThisFileDirectory)", folder + '/', StringComparison.OrdinalIgnoreCase)
            .Replace("$(MSBuildProjectDirectory)", record.ProjectFolder, StringComparison.OrdinalIgnoreCase)
            .Replace('\\', '/');
        return
            path.Length == 0
            || path.Contains("$(", StringComparison.Ordinal)
            || path.Contains('*', StringComparison.Ordinal)
            ? null
            : Path.GetFullPath(path, folder);
    }
}
