using System.Text.Json;

namespace Retort.Tool;

/// <summary>What a project's runtimeconfig.json says about the runtime that it needs.</summary>
internal sealed class RuntimeConfig
{
    private const string CoreFramework = "Microsoft.NETCore.App";

    private RuntimeConfig(JsonElement options)
    {
        if (options.TryGetProperty("framework", out var only))
            Frameworks = [Framework(only)];
        else if (options.TryGetProperty("frameworks", out var several))
            Frameworks = [.. several.EnumerateArray().Select(Framework)];
        if (options.TryGetProperty("configProperties", out var properties))
            Properties = [.. properties.EnumerateObject().Select(each => (each.Name, each.Value.ToString()))];
    }

    /// <summary>The shared frameworks, by name and lowest version.</summary>
    public IReadOnlyList<(string Name, Version Version)> Frameworks { get; } = [];

    /// <summary>Switches of the runtime and its libraries.</summary>
    public IReadOnlyList<(string Name, string Value)> Properties { get; } = [];

    /// <summary>Whether this process can be that runtime: it needs nothing but the same major version of .NET itself.</summary>
    public bool IsThisRuntime =>
        Frameworks is [{ Name: CoreFramework, Version: var version }]
        && version.Major == Environment.Version.Major
        && version <= Environment.Version;

    /// <summary>Reads the file.</summary>
    public static RuntimeConfig Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new(document.RootElement.GetProperty("runtimeOptions"));
    }

    private static (string, Version) Framework(JsonElement element) =>
        (
            element.GetProperty("name").GetString()!,
            Version.TryParse(element.GetProperty("version").GetString()!.Split('-')[0], out var version)
                ? version
                : new Version()
        );
}
