namespace Retort.Tool;

/// <summary>What happens when <c>retort</c> is typed: understand, find the project, bring it up to date, run the command where it is loaded.</summary>
internal static class Launcher
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        using var interruption = new Interruption();
        using var terminal = new Terminal(arguments);
        try
        {
            var request = CommandLineParser.Parse(arguments, terminal.Output);
            return request is null
                ? ExitCode.Done
                : await RunAsync(request, terminal, interruption.Token).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            return terminal.Print(new ErrorReport(error, arguments.Contains("--raiseerr")));
        }
    }

    private static async Task<int> RunAsync(
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        if (ToolCommands.Find(request.Command) is SourceCommand command)
            return terminal.Print(command.Run(request));
        var choice = ProjectFinder.Here(request).Find();
        var builds = new ProjectBuilds(choice.ProjectPath, request, terminal);
        var record = await builds.CurrentAsync(cancellationToken).ConfigureAwait(false);
        var exitCode = await HostAsync(record, choice, request, cancellationToken).ConfigureAwait(false);
        if (exitCode != ExitCode.Stale)
            return exitCode;
        record = await builds.BuildAsync(restore: true, cancellationToken).ConfigureAwait(false);
        return await HostAsync(record, choice, request.With(HostedProgram.Rebuilt), cancellationToken)
            .ConfigureAwait(false);
    }

    private static Task<int> HostAsync(
        BuildRecord record,
        ProjectChoice choice,
        CommandRequest request,
        CancellationToken cancellationToken
    ) =>
        new ProjectHost(record).RunAsync(
            new ProjectRequest(
                record.Assembly,
                choice.ProjectPath,
                choice.Config.Path,
                choice.Config.Directory,
                request
            ),
            cancellationToken
        );
}
