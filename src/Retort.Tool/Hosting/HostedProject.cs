using Retort.Migrations;

namespace Retort.Tool;

/// <summary>What a command has of the loaded project: its settings, its environment class, and the database.</summary>
internal sealed class HostedProject : IDisposable
{
    private HostedProject(MigrationsConfig config, string projectPath, Engine engine, Terminal terminal)
    {
        Engine = engine;
        Context = CommandContext.ForApplication(config, engine) with
        {
            Namespace = ProjectFile.Read(projectPath).MigrationsNamespace,
            Progress = new TerminalProgress(terminal),
        };
    }

    /// <summary>What the commands work with.</summary>
    public CommandContext Context { get; }

    /// <summary>The database.</summary>
    public Engine Engine { get; }

    /// <summary>Chooses the database of a request and says which it is; it is not opened yet.</summary>
    public static HostedProject Open(ProjectRequest request, Terminal terminal)
    {
        var config = request.ReadConfig();
        var choice = DatabaseChoice.Of(request.Command, config, Path.GetDirectoryName(request.ProjectPath)!);
        var engine = CreateEngine(choice);
        terminal.Progress($"Database {engine.Description} (from {choice.Source})");
        return new(config, request.ProjectPath, engine, terminal);
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

    /// <summary>Says what happens as it happens; <see cref="System.Progress{T}"/> would say it later, on another thread.</summary>
    private sealed class TerminalProgress(Terminal terminal) : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value)
        {
            if (value is RevisionFinished)
                terminal.Detail($"  {value}");
            else
                terminal.Progress($"  {value}");
        }
    }
}
