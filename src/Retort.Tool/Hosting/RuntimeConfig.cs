using System.Text.Json;

namespace Retort.Tool;

/// <summary>What a project's runtimeconfig.json says about the runtime that it needs.</summary>
internal sealed class RuntimeConfig
{
    private const string CoreFramework = "Microsoft.NETCore.App";

    private readonly Dictionary<string, string> _properties = [];

    private RuntimeConfig(JsonElement options)
    {
        if (options.TryGetProperty("configProperties", out var properties))
            foreach (var property in properties.EnumerateObject())
                _properties[property.Name] = property.Value.ToString();
        IsThisRuntime =
            options.TryGetProperty("framework", out var only)
            && only.GetProperty("name").ValueEquals(CoreFramework)
            && IsThisVersion(only.GetProperty("version").GetString()!);
    }

    /// <summary>Whether this process can be that runtime: it needs nothing but .NET itself, of the same major version.</summary>
    public bool IsThisRuntime { get; }

    /// <summary>Reads the file.</summary>
    public static RuntimeConfig Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new(document.RootElement.GetProperty("runtimeOptions"));
    }

    /// <summary>Makes the project's switches this process's own, such as the one for cultures; libraries look them up when they begin.</summary>
    public void Apply()
    {
        foreach (var (name, value) in _properties)
            AppContext.SetData(name, value);
    }

    private static bool IsThisVersion(string text) =>
        Version.TryParse(text.Split('-')[0], out var version)
        && version.Major == Environment.Version.Major
        && version <= Environment.Version;
}
