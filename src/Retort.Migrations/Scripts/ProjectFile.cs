using System.Xml;
using System.Xml.Linq;

namespace Retort.Migrations;

/// <summary>What can be known about a project from the text of its file alone, without MSBuild.</summary>
public sealed class ProjectFile
{
    private readonly XDocument _xml;

    private ProjectFile(string path, XDocument xml)
    {
        Path = path;
        _xml = xml;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The project's <c>RootNamespace</c>, or its file name made a valid namespace.</summary>
    public string RootNamespace =>
        CSharpNames.Namespace(
            Values("RootNamespace").LastOrDefault(value => !value.Contains("$(", StringComparison.Ordinal))
                ?? System.IO.Path.GetFileNameWithoutExtension(Path)
        );

    /// <summary>The name under which .NET keeps the project's secrets; null: it has none.</summary>
    public string? UserSecretsId => Values("UserSecretsId").LastOrDefault();

    /// <summary>The namespace of the environment class and of revisions.</summary>
    public string MigrationsNamespace => RootNamespace + ".Migrations";

    /// <summary>The project files in a folder, sorted.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal)];

    /// <exception cref="ScriptException">The file cannot be read, or is not XML.</exception>
    public static ProjectFile Read(string path)
    {
        try
        {
            return new(path, XDocument.Parse(SourceText.Read(path).Text));
        }
        catch (XmlException error)
        {
            throw ScriptException.MalformedProject(path, error.LineNumber, error.LinePosition, error.Message);
        }
    }

    /// <summary>True where the file itself names the package, or a project of that name.</summary>
    public bool References(string package) =>
        Items("PackageReference").Contains(package, StringComparer.OrdinalIgnoreCase)
        || Items("ProjectReference").Select(Stem).Contains(package, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> Values(string property) =>
        _xml.Descendants()
            .Where(element => element.Name.LocalName == property)
            .Select(element => element.Value.Trim())
            .Where(value => value.Length > 0);

    private IEnumerable<string> Items(string item) =>
        _xml.Descendants()
            .Where(element => element.Name.LocalName == item)
            .Select(element => element.Attribute("Include")?.Value.Trim() ?? "");

    /// <summary>Project files have either slash on every system.</summary>
    private static string Stem(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
