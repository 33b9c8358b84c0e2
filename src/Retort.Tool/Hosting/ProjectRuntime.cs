using System.Text.Json.Nodes;

namespace Retort.Tool;

/// <summary>The runtime that a project needs.</summary>
internal static class ProjectRuntime
{
    private const string Core = "Microsoft.NETCore.App";

    /// <summary>Whether this process can be it: the project needs nothing but .NET itself, of the same major version.</summary>
    /// <param name="frameworks">The shared frameworks as <c>name/version</c>.</param>
    public static bool IsThis(IReadOnlyList<string> frameworks) =>
        frameworks is [var only]
        && only.Split('/') is [Core, var text]
        && Version.TryParse(text.Split('-')[0], out var version)
        && version.Major == Environment.Version.Major
        && version <= Environment.Version;

    /// <summary>Makes the project's switches this process's own, such as the one for cultures; libraries look them up when they begin.</summary>
    public static void Apply(IEnumerable<string> switches)
    {
        foreach (var each in switches)
            AppContext.SetData(NameOf(each), ValueOf(each));
    }

    /// <summary>Writes a runtimeconfig.json of the installed frameworks, for projects that have none or bring their own; it lies where their builds have such files.</summary>
    /// <returns>The file.</returns>
    public static string WriteConfig(BuildRecord record)
    {
        var path = Path.Combine(record.Folder, "retort.runtimeconfig.json");
        var frameworks = record.Runtimes.Select(each =>
            (JsonNode)new JsonObject { ["name"] = each.Split('/')[0], ["version"] = each.Split('/')[1] }
        );
        var properties = record.Switches.Select(each => KeyValuePair.Create(NameOf(each), Property(ValueOf(each))));
        var text = new JsonObject
        {
            ["runtimeOptions"] = new JsonObject
            {
                ["frameworks"] = new JsonArray([.. frameworks]),
                ["configProperties"] = new JsonObject(properties),
            },
        }.ToJsonString();
        if (!File.Exists(path) || File.ReadAllText(path) != text)
            File.WriteAllText(path, text);
        return path;
    }

    private static JsonNode? Property(string value) => bool.TryParse(value, out var flag) ? flag : value;

    private static string NameOf(string text) => text[..text.IndexOf('=', StringComparison.Ordinal)];

    private static string ValueOf(string text) => text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..];
}
