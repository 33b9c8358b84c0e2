using System.Runtime.CompilerServices;

namespace Retort.Bench;

/// <summary>The packages as <c>dotnet pack</c> makes them, the tool installed from them, and a console project that uses them.</summary>
internal sealed class PackedTool
{
    private readonly string _folder;

    /// <param name="folder">A folder of its own.</param>
    /// <param name="dialects">The packages of the databases that the project uses.</param>
    public PackedTool(string folder, params ReadOnlySpan<string> dialects)
    {
        _folder = folder;
        var packages = Path.Combine(folder, "packages");
        Project = Directory.CreateDirectory(Path.Combine(folder, "App")).FullName;
        Dotnet(Repository(), $"pack -c Release -o {packages} -v q");
        File.WriteAllText(
            Path.Combine(Project, "nuget.config"),
            $"<configuration><config><add key=\"globalPackagesFolder\" value=\"{Path.Combine(folder, "cache")}\" /></config><packageSources><add key=\"packed\" value=\"{packages}\" /></packageSources></configuration>"
        );
        Dotnet(Project, "new console");
        foreach (var dialect in dialects)
            Dotnet(Project, $"add package {dialect}");
        Dotnet(Project, "add package Retort.Migrations");
        Dotnet(Project, $"tool install Retort.Tool --tool-path {Path.Combine(folder, "tool")}");
    }

    /// <summary>The folder of the project.</summary>
    public string Project { get; }

    /// <summary>Runs <c>retort</c> in the project.</summary>
    public string Run(params IEnumerable<string> arguments) =>
        Programs.Run(Project, Path.Combine(_folder, "tool", "retort"), arguments);

    private static void Dotnet(string folder, string arguments) => Programs.Run(folder, "dotnet", arguments.Split(' '));

    private static string Repository([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
