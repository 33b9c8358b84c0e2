using System.Text.Json;

namespace Retort.Tool;

/// <summary>The runtimeconfig.json beside a program.</summary>
/// <param name="Path">The file.</param>
/// <param name="Frameworks">The shared frameworks as <c>name/version</c>, also where the program brings them itself.</param>
/// <param name="Switches">The properties of the runtime as <c>name=value</c>.</param>
internal sealed record RuntimeConfigFile(string Path, IReadOnlyList<string> Frameworks, IReadOnlyList<string> Switches)
{
    /// <summary>Reads one; null where there is none, as beside class libraries.</summary>
    /// <exception cref="ToolException">It cannot be understood.</exception>
    public static RuntimeConfigFile? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var options = document.RootElement.GetProperty("runtimeOptions");
            return new(path, [.. FrameworksOf(options)], [.. SwitchesOf(options)]);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw ToolException.BadRuntimeConfig(path, error.Message);
        }
    }

    private static IEnumerable<string> FrameworksOf(JsonElement options)
    {
        if (options.TryGetProperty("framework", out var only))
            yield return Framework(only);
        foreach (var list in new[] { "frameworks", "includedFrameworks" })
            if (options.TryGetProperty(list, out var several))
                foreach (var each in several.EnumerateArray())
                    yield return Framework(each);
    }

    private static string Framework(JsonElement framework) =>
        $"{framework.GetProperty("name").GetString()}/{framework.GetProperty("version").GetString()}";

    private static IEnumerable<string> SwitchesOf(JsonElement options) =>
        options.TryGetProperty("configProperties", out var properties)
            ? properties.EnumerateObject().Select(each => $"{each.Name}={each.Value}")
            : [];
}
