using Retort.Migrations;

namespace Retort.Tool;

/// <summary>Which database a command is about, and where that was said.</summary>
/// <param name="Url">The URL; may hold a password.</param>
/// <param name="Source">Where it was said, in words.</param>
/// <param name="Directory">The folder that a relative path of the URL starts from.</param>
internal sealed record DatabaseChoice(string Url, string Source, string Directory)
{
    private const string Variable = "RETORT_URL";

    /// <summary>The first that says one: the command line, <c>RETORT_URL</c>, retort.json.</summary>
    /// <param name="request">The command line.</param>
    /// <param name="project">The folder of the project, whose settings placeholders of retort.json name.</param>
    /// <param name="config">What retort.json says.</param>
    /// <exception cref="UsageException">Nobody says one.</exception>
    /// <exception cref="ScriptException">retort.json has a placeholder that is set nowhere.</exception>
    public static DatabaseChoice Of(CommandRequest request, string project, MigrationsConfig config)
    {
        var here = Environment.CurrentDirectory;
        return ToolCommands.Find(request.Command).Database(request) is var (given, by) ? new(given, by, here)
            : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? new(set, Variable, here)
            : config is { Url: { } url, Path: { } path } ? OfConfig(project, url, path)
            : throw UsageException.NoDatabase();
    }

    /// <summary>Whether nobody says one.</summary>
    public static bool IsMissing(CommandRequest request, MigrationsConfig config) =>
        ToolCommands.Find(request.Command).Database(request) is null
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable))
        && config.Url is null;

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
            return Engine.Create(Url);
        }
        finally
        {
            Environment.CurrentDirectory = here;
        }
    }

    private static DatabaseChoice OfConfig(string project, string url, string path)
    {
        var resolved = new Placeholders(project).Resolve(path, "url", url);
        return new(resolved.Value, string.Join(" and ", [path, .. resolved.Sources]), Path.GetDirectoryName(path)!);
    }
}
