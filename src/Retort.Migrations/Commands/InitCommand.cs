namespace Retort.Migrations;

/// <summary>Prepares a project for revisions.</summary>
/// <param name="Directory">Where retort.json goes.</param>
/// <param name="Project">The project file; null where there is none yet.</param>
/// <param name="ScriptLocation">The migrations folder; null: <c>migrations</c>.</param>
/// <param name="Url">The database that retort.json names where it is new; null: one of appsettings.json, else a SQLite file.</param>
public sealed record InitOptions(
    string Directory,
    string? Project = null,
    string? ScriptLocation = null,
    string? Url = null
);

/// <summary><c>retort init</c>: writes retort.json and the migrations folder; keeps what exists. Runs nothing of the user's.</summary>
public static class InitCommand
{
    /// <summary>Writes what is missing.</summary>
    /// <exception cref="ScriptException">A file that exists is wrong, or something cannot be written.</exception>
    public static InitResult Run(InitOptions options) =>
        new InitScaffold(options.Directory, options.Project is { } path ? ProjectFile.Read(path) : null).Run(
            options.ScriptLocation,
            options.Url
        );
}
