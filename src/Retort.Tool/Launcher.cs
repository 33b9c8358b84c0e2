using Retort.Migrations;

namespace Retort.Tool;

/// <summary>What happens when <c>retort</c> is typed: understand, find the project, bring it up to date, run the command where it is loaded.</summary>
internal sealed class Launcher(AssemblyResolver assemblies)
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string[] arguments)
    {
        using var interruption = new Interruption();
        using var terminal = new Terminal(arguments);
        try
        {
            if (Completion.Of(arguments) is { } completion)
                return terminal.Print(completion.Words());
            return CommandLineParser.Parse(arguments, terminal.Output) is { } request
                ? await RunAsync(request, terminal, interruption.Token).ConfigureAwait(false)
                : ExitCode.Done;
        }
        catch (Exception error)
        {
            return terminal.Print(new ErrorReport(error, arguments.Contains("--raiseerr")));
        }
    }

    private Task<int> RunAsync(CommandRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        var command = ToolCommands.Find(request.Command);
        terminal.Typed = new TypedCommands(request);
        if (request[GlobalOptions.Assembly] is { } assembly)
            return RunOnAssemblyAsync(command, assembly, request, terminal, cancellationToken);
        return command.Needs(request) switch
        {
            CommandNeeds.Nothing => RunAloneAsync(command, request, terminal, cancellationToken),
            CommandNeeds.Sources => RunOnSourcesAsync(command, request, terminal, cancellationToken),
            CommandNeeds.Database => RunOnDatabaseAsync(command, request, terminal, cancellationToken),
            CommandNeeds.ProjectIfPossible => RunAsFarAsPossibleAsync(command, request, terminal, cancellationToken),
            _ when request.Command == RevisionCommand.Word => RunWriterAsync(request, terminal, cancellationToken),
            _ => RunHostedAsync(request, terminal, cancellationToken),
        };
    }

    private static async Task<int> RunAloneAsync(
        ToolCommand command,
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var context = new CommandContext(new MigrationsConfig(Environment.CurrentDirectory));
        return terminal.Print(await command.RunAsync(request, context, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<int> RunOnSourcesAsync(
        ToolCommand command,
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var context = new CommandContext(ProjectFinder.Here(request).FindConfig())
        {
            Arguments = request.Arguments,
            Progress = new RunProgress(terminal),
        };
        return terminal.Print(await command.RunAsync(request, context, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<int> RunOnDatabaseAsync(
        ToolCommand command,
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        DialectRegistry.Register(SqliteDialect.Instance);
        DialectRegistry.Register(PostgreSqlDialect.Instance);
        var finder = ProjectFinder.Here(request);
        var config = finder.FindConfig();
        var folder = finder.FindForInit() is { } project ? Path.GetDirectoryName(project)! : config.Directory;
        var outcome = await DatabaseChoice
            .Of(request, folder, config)
            .RunAsync(
                terminal,
                engine => command.RunAsync(request, new CommandContext(config) { Engine = engine }, cancellationToken)
            )
            .ConfigureAwait(false);
        return terminal.Print(outcome);
    }

    private async Task<int> RunAsFarAsPossibleAsync(
        ToolCommand command,
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await RunHostedAsync(request, terminal, cancellationToken).ConfigureAwait(false);
        }
        catch (ToolException error)
        {
            return await RunOnSourcesAsync(
                    command,
                    request.With(CommandRequest.NotHosted, error.Message),
                    terminal,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    /// <summary>A command that may write a revision to be applied: the project is built again in between.</summary>
    private async Task<int> RunWriterAsync(
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var writer = RevisionCommand.WithId(request);
        var exitCode = await RunHostedAsync(writer, terminal, cancellationToken).ConfigureAwait(false);
        return exitCode == ExitCode.Written
            ? await RunHostedAsync(RevisionCommand.ToUpgrade(writer), terminal, cancellationToken).ConfigureAwait(false)
            : exitCode;
    }

    private Task<int> RunOnAssemblyAsync(
        ToolCommand command,
        string assembly,
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    ) =>
        command.IsForSources
            ? throw UsageException.WithoutSources(command.Name)
            : new ProjectHost(assemblies, HostedAssembly.OfFile(Path.GetFullPath(assembly))).RunAsync(
                request,
                terminal,
                cancellationToken
            );

    private async Task<int> RunHostedAsync(
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var builds = new HostBuilds(request, terminal);
        var project = await builds.CurrentAsync(cancellationToken).ConfigureAwait(false);
        var exitCode = await new ProjectHost(assemblies, project)
            .RunAsync(request, terminal, cancellationToken)
            .ConfigureAwait(false);
        if (exitCode != ExitCode.Stale)
            return exitCode;
        project = await builds.BuildAsync(cancellationToken).ConfigureAwait(false);
        return await new ProjectHost(assemblies, project)
            .RunAsync(request.WithoutBuild(), terminal, cancellationToken)
            .ConfigureAwait(false);
    }
}
