using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>The part of the tool that runs where the user's project is loaded, and uses the project's own Retort.Migrations.</summary>
internal static class HostedProgram
{
    /// <summary>The first argument of the program when it is hosted; a <see cref="ProjectRequest"/> follows.</summary>
    public const string Switch = "--hosted";

    /// <summary>The switch of a request whose project was built just before: an old assembly is an error now, no reason to build again.</summary>
    public const string Rebuilt = "rebuilt";

    /// <summary>Runs a command for a project.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        using var interruption = new Interruption();
        var request = ProjectRequest.FromArguments(arguments);
        using var terminal = new Terminal(request.Command.Switches());
        try
        {
            return terminal.Print(await RunAsync(request, terminal, interruption.Token).ConfigureAwait(false));
        }
        catch (StaleAssemblyException) when (!request.Command.Has(Rebuilt) && !request.Command.Has("no-build"))
        {
            return ExitCode.Stale;
        }
        catch (Exception error)
        {
            return terminal.Print(new ErrorReport(error, request.Command.Has("raiseerr")));
        }
    }

    private static async Task<Outcome> RunAsync(
        ProjectRequest request,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        Load(request.Assembly);
        using var project = HostedProject.Open(request, terminal);
        var command = (ProjectCommand)ToolCommands.Find(request.Command.Command);
        return await command.RunAsync(request.Command, project, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The module initialisers that were generated into the project make its dialects, revisions and environment known.</summary>
    private static void Load(string path)
    {
        var context = AssemblyLoadContext.GetLoadContext(typeof(HostedProgram).Assembly)!;
        RuntimeHelpers.RunModuleConstructor(context.LoadFromAssemblyPath(path).ManifestModule.ModuleHandle);
    }
}
