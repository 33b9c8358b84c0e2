using Retort.Migrations;

namespace Retort.Tool;

/// <summary>Which database a command is about, and where that was said.</summary>
/// <param name="Url">The URL; may hold a password.</param>
/// <param name="Source">Where it was said, in words.</param>
/// <param name="Directory">The folder that a relative path of the URL starts from.</param>
/// <param name="Create">Makes the engine of the URL.</param>
internal sealed record DatabaseChoice(string Url, string Source, string Directory, Func<string, Engine> Create)
{
    private const string Variable = "RETORT_URL";

    /// <summary>The first that says one: the command line, <c>RETORT_URL</c>, the environment class, retort.json; null: nobody does.</summary>
    /// <param name="request">The command line.</param>
    /// <param name="project">The folder of the project, whose settings placeholders of retort.json name.</param>
    /// <param name="config">What retort.json says.</param>
    /// <param name="environment">The project's environment class; null where it has none, or is not loaded.</param>
    /// <exception cref="ScriptException">retort.json has a placeholder that is set nowhere.</exception>
    public static DatabaseChoice? Find(
        CommandRequest request,
        string project,
        MigrationsConfig config,
        MigrationEnvironment? environment = null
    )
    {
        var here = Environment.CurrentDirectory;
        Func<string, Engine> create = environment is null ? url => Engine.Create(url) : environment.CreateEngine;
        return ToolCommands.Find(request.Command).Database(request) is var (given, by) ? new(given, by, here, create)
            : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? new(set, Variable, here, create)
            : environment?.Url is { } coded ? new(coded, $"{environment}.Url", here, create)
            : config.Url is not null ? OfConfig(project, config, create)
            : null;
    }

    /// <summary>As <see cref="Find"/>, where there must be one.</summary>
    /// <exception cref="UsageException">Nobody says one.</exception>
    /// <inheritdoc cref="Find" path="/exception" />
    public static DatabaseChoice Of(
        CommandRequest request,
        string project,
        MigrationsConfig config,
        MigrationEnvironment? environment = null
    ) => Find(request, project, config, environment) ?? throw UsageException.NoDatabase(config.Sections);

    /// <summary>Runs a command on the database, and says which it is.</summary>
    public async Task<Outcome> RunAsync(Terminal terminal, Func<Engine, Task<Outcome>> run)
    {
        var engine = CreateEngine();
        await using (engine.ConfigureAwait(false))
        {
            terminal.Progress($"Database {engine.Description} (from {Source})");
            return await run(engine).ConfigureAwait(false);
        }
    }

    /// <summary>The engine; nothing is opened yet.</summary>
    /// <remarks>Dialects make relative paths absolute when an engine is made, from the current directory.</remarks>
    public Engine CreateEngine()
    {
        var here = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Directory;
        try
        {
            return Create(Url);
        }
        finally
        {
            Environment.CurrentDirectory = here;
        }
    }

    private static DatabaseChoice OfConfig(string project, MigrationsConfig config, Func<string, Engine> create)
    {
        var path = config.Path!;
        var resolved = new Placeholders(project).Resolve(path, "url", config.Url!);
        var said = config.Section is { } section ? $"section {section} of {path}" : path;
        return new(
            resolved.Value,
            string.Join(" and ", [said, .. resolved.Sources]),
            Path.GetDirectoryName(Path.GetFullPath(path))!,
            create
        );
    }
}
