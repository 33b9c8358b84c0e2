using System.Reflection;

namespace Retort.Tool;

/// <summary>The tool hosts projects whose Retort.Migrations has its own major and minor version.</summary>
internal static class ToolVersion
{
    /// <summary>The version of the tool, without build metadata.</summary>
    public static string Text { get; } =
        typeof(ToolVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <exception cref="ToolException">The project's version is another.</exception>
    public static void Check(BuildRecord record)
    {
        var tool = typeof(ToolVersion).Assembly.GetName().Version!;
        var path = Path.Combine(Path.GetDirectoryName(record.Assembly)!, "Retort.Migrations.dll");
        if (!File.Exists(path) || AssemblyName.GetAssemblyName(path).Version is not { } project)
            return;
        if (project.ToString(2) != tool.ToString(2))
            throw new ToolException(
                "RT0814",
                $"The project uses Retort.Migrations {project.ToString(3)}, and this is Retort.Tool {tool.ToString(3)}; nothing was run.",
                project > tool
                    ? $"Type `dotnet tool update Retort.Tool --version {project.ToString(2)}.*` (with --global or --tool-path where it was installed so)."
                    : $"Type `dotnet add package Retort.Migrations --version {tool.ToString(2)}.*`, or install the tool's version {project.ToString(2)}.*."
            );
    }
}
