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

    private static JsonDocumentOptions Lenient =>
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The file in the folder or the nearest one above it; null where there is none.</summary>
    public static string? Find(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Path.Combine(folder, Name) is var path && File.Exists(path))
                return path;
        return null;
    }

    /// <summary>The project that the section of the file names, else the file, as written; null where neither names one.</summary>
    /// <exception cref="ScriptException">The file is wrong; with line and column.</exception>
    public static string? ProjectOf(string path, string? section) => Named("project", path, section);

    /// <summary>The project with the models, in the same way.</summary>
    /// <inheritdoc cref="ProjectOf(string, string)" path="/exception" />
    public static string? ModelsProjectOf(string path, string? section) => Named("models_project", path, section);

    private static string? Named(string setting, string path, string? section)
    {
        var text = File.ReadAllText(path);
        return text.Contains($"\"{setting}\"", StringComparison.Ordinal) ? Read(setting, path, text, section) : null;
    }

    private static string? Read(string setting, string path, string text, string? section)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            var root = document.RootElement;
            return SectionOf(root, section) is { } chosen
                ? ValueOf(chosen, setting) ?? ValueOf(root, setting)
                : ValueOf(root, setting);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            RetortJson.Read(path, section); // says what is wrong, and where
            throw;
        }
    }

    private static JsonElement? SectionOf(JsonElement root, string? name) =>
        name is not null
        && root.TryGetProperty("sections", out var sections)
        && sections.TryGetProperty(name, out var section)
            ? section
            : null;

    private static string? ValueOf(JsonElement settings, string setting) =>
        settings.TryGetProperty(setting, out var value) ? value.GetString() : null;
}
