using Retort.Migrations;

namespace Retort.Tool;

/// <summary>A command and the project that it is for: all that the hosted part of the tool is told, as the arguments of a process.</summary>
/// <param name="Assembly">The compiled project.</param>
/// <param name="ProjectPath">The project file.</param>
/// <param name="ConfigPath">retort.json; null where there is none.</param>
/// <param name="Directory">The folder that settings without a retort.json start from.</param>
/// <param name="Command">The command line.</param>
internal sealed record ProjectRequest(
    string Assembly,
    string ProjectPath,
    string? ConfigPath,
    string Directory,
    CommandRequest Command
)
{
    /// <summary>The settings.</summary>
    /// <exception cref="ScriptException">retort.json is wrong.</exception>
    public MigrationsConfig ReadConfig() =>
        ConfigPath is null ? new MigrationsConfig(Directory) : RetortJson.Read(ConfigPath);

    /// <summary>The arguments behind <see cref="HostedProgram.Switch"/>.</summary>
    public string[] ToArguments() => [Assembly, ProjectPath, ConfigPath ?? "", Directory, .. Command.ToArguments()];

    /// <summary>The opposite of <see cref="ToArguments"/>.</summary>
    public static ProjectRequest FromArguments(ReadOnlySpan<string> arguments) =>
        new(
            arguments[0],
            arguments[1],
            arguments[2].Length > 0 ? arguments[2] : null,
            arguments[3],
            CommandRequest.FromArguments(arguments[4..])
        );
}
