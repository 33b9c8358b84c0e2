using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>The part of the tool that runs where the user's project is loaded, and uses the project's own Retort.Migrations.</summary>
internal static class HostedProgram
{
    /// <summary>The first argument of a process that is started for it; the project's assembly and the command follow.</summary>
    public const string Switch = "--hosted";

    /// <summary>Runs a command in a process of its own.</summary>
    /// <inheritdoc cref="RunAsync(string, CommandRequest, Terminal, CancellationToken)" path="/returns" />
    public static async Task<int> RunAsync(string[] arguments)
    {
        var request = CommandRequest.FromArguments(arguments.AsSpan(1));
        using var interruption = new Interruption();
        using var terminal = new Terminal(request.Switches()) { Typed = new TypedCommands(request) };
        return await RunAsync(arguments[0], request, terminal, interruption.Token).ConfigureAwait(false);
    }

    /// <summary>Runs a command for a project.</summary>
    /// <returns>The exit code; <see cref="ExitCode.Stale"/>, with nothing printed, where a build may help.</returns>
    public static async Task<int> RunAsync(
        string assembly,
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        try
        {
            ToolVersion.Check();
            Console.SetOut(terminal.Error); // what the project writes is no part of the result
            Load(assembly);
            return terminal.Print(await RunAsync(request, terminal, cancellationToken).ConfigureAwait(false));
        }
        catch (StaleAssemblyException) when (!request.Has("no-build"))
        {
            return ExitCode.Stale;
        }
        catch (Exception error)
        {
            return terminal.Print(new ErrorReport(error, request.Has("raiseerr")));
        }
    }

    /// <summary>The module initialisers that were generated into the project make its dialects, revisions and environment known.</summary>
    private static void Load(string path)
    {
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
    }

    private static async Task<Outcome> RunAsync(
        CommandRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        var command = ToolCommands.Find(request.Command);
        var (folder, config) = ProjectFinder.Here(request).FindSettings();
        var context = CommandContext.ForApplication(config, arguments: request.Arguments) with
        {
            HasSources = !request.Has(GlobalOptions.Assembly),
            Progress = new RunProgress(terminal),
        };
        var database = command.Needs(request) switch
        {
            CommandNeeds.Sources => null,
            CommandNeeds.ProjectIfPossible => DatabaseChoice.Find(request, folder, config, context.Environment),
            _ => DatabaseChoice.Of(request, folder, config, context.Environment),
        };
        return database is null
            ? await command.RunAsync(request, context, cancellationToken).ConfigureAwait(false)
            : await database
                .RunAsync(
                    terminal,
                    engine => command.RunAsync(request, context with { Engine = engine }, cancellationToken)
                )
                .ConfigureAwait(false);
    }
}
