using Retort.Migrations;

namespace Retort.Tool;

/// <summary>What a command has of the loaded project: its settings, its environment class, and the database.</summary>
internal sealed class HostedProject : IDisposable
{
    private HostedProject(MigrationsConfig config, string projectPath, Engine engine)
    {
        Config = config;
        ProjectPath = projectPath;
        Engine = engine;
    }

    /// <summary>What retort.json says, or the defaults.</summary>
    public MigrationsConfig Config { get; }

    /// <summary>The project file.</summary>
    public string ProjectPath { get; }

    /// <summary>The project's environment class; null where it has none.</summary>
    public MigrationEnvironment? Environment { get; } = RevisionRegistry.CreateEnvironment();

    /// <summary>The database.</summary>
    public Engine Engine { get; }

    /// <summary>Chooses the database of a request and says which it is; it is not opened yet.</summary>
    public static HostedProject Open(ProjectRequest request, Terminal terminal)
    {
        var config = request.ReadConfig();
        var choice = DatabaseChoice.Of(request.Command, config, Path.GetDirectoryName(request.ProjectPath)!);
        var engine = CreateEngine(choice);
        terminal.Progress($"Database {engine.Description} (from {choice.Source})");
        return new(config, request.ProjectPath, engine);
    }

    public void Dispose() => Engine.Dispose();

    /// <summary>Relative paths become absolute when an engine is made, from the current directory.</summary>
    private static Engine CreateEngine(DatabaseChoice choice)
    {
        var here = System.Environment.CurrentDirectory;
        System.Environment.CurrentDirectory = choice.Directory;
        try
        {
            return Engine.Create(choice.Url);
        }
        finally
        {
            System.Environment.CurrentDirectory = here;
        }
    }
}
