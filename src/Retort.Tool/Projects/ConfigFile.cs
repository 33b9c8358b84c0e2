using System.Text.Json;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>
/// What the launcher must know of retort.json before it knows whose Retort.Migrations reads the rest: where the file is, and which
/// project it names.
/// </summary>
internal static class ConfigFile
{
    private const string Name = "retort.json";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The file in the folder or the nearest one above it; null where there is none.</summary>
    public static string? Find(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, Name) is var path && File.Exists(path))
                return path;
        return null;
    }

    /// <summary>The project that the file names, as written; null where it names none.</summary>
    /// <exception cref="ScriptException">The file is wrong; with line and column.</exception>
    public static string? ProjectOf(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
                return !document.RootElement.TryGetProperty("project", out var project) ? null
                    : project.ValueKind is JsonValueKind.String ? project.GetString()
                    : Described(path);
        }
        catch (JsonException)
        {
            // described below, with line and column
        }
        return Described(path);
    }

    /// <summary>Retort.Migrations says what is wrong with the file.</summary>
    private static string? Described(string path) => RetortJson.Read(path).Project;
}
