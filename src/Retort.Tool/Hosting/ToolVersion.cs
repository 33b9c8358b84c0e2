using System.Reflection;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>The tool hosts projects whose Retort.Migrations has its own major and minor version.</summary>
internal static class ToolVersion
{
    /// <summary>The version of the tool, without build metadata.</summary>
    public static string Text { get; } =
        typeof(ToolVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <exception cref="ToolException">The Retort.Migrations of this process, which is the project's, has another.</exception>
    public static void Check()
    {
        var tool = typeof(ToolVersion).Assembly.GetName().Version!;
        var project = typeof(MigrationCommands).Assembly.GetName().Version!;
        if (project.ToString(2) != tool.ToString(2))
            throw ToolException.OtherVersion(project, tool);
    }
}
