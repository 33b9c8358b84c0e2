using System.Text.Json;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>
/// What the launcher must know of retort.json before it knows whose Retort.Migrations reads the rest: where the file is, and which
/// projects it names.
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
    public static string? ProjectOf(string path, string? section) =>
        SettingOf("project", path, section, config => config.Project);

    /// <summary>The project with the models, as <see cref="ProjectOf"/>.</summary>
    /// <inheritdoc cref="ProjectOf" path="/exception" />
    public static string? ModelsProjectOf(string path, string? section) =>
        SettingOf("models_project", path, section, config => config.ModelsProject);

    private static string? SettingOf(string name, string path, string? section, Func<MigrationsConfig, string?> read)
    {
        var text = File.ReadAllText(path);
        if (!text.Contains($"\"{name}\"", StringComparison.Ordinal))
            return null;
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            var root = document.RootElement;
            return SectionOf(root, section) is { } chosen ? Text(chosen, name) ?? Text(root, name) : Text(root, name);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return read(RetortJson.Read(path, section)); // which says what is wrong, and where
        }
    }

    private static JsonElement? SectionOf(JsonElement root, string? name) =>
        name is not null
        && root.TryGetProperty("sections", out var sections)
        && sections.TryGetProperty(name, out var section)
            ? section
            : null;

    private static string? Text(JsonElement settings, string name) =>
        settings.TryGetProperty(name, out var value) ? value.GetString() : null;
}
