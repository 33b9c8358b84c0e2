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
            throw ToolException.OtherVersion(project, tool);
    }
}
