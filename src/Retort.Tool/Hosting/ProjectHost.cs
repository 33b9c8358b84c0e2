using System.Diagnostics;

namespace Retort.Tool;

/// <summary>
/// Runs a command where the user's project is loaded: in this process where it can be the project's runtime, else in a process of its
/// own, which costs one more start of the runtime. Both end in <see cref="HostedProgram"/>; the user's Main is never run.
/// </summary>
internal sealed class ProjectHost(AssemblyResolver assemblies, HostedAssembly project)
{
    /// <summary>Web projects ask for a collector that begins with memory for every core, which a short command has no use for.</summary>
    private const string ServerCollector = "DOTNET_gcServer";

    /// <summary>Runs the command.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> RunAsync(CommandRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!assemblies.CanHost || !project.FitsThisProcess)
        {
            terminal.Detail($"{Path.GetFileName(project.Path)} is given a process of its own");
            return RunThereAsync(request, cancellationToken);
        }
        ProjectRuntime.Apply(project.Switches);
        assemblies.Host(Path.GetDirectoryName(project.Path)!);
        return HostedProgram.RunAsync(project.Path, request, terminal, cancellationToken);
    }

    private async Task<int> RunThereAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [.. HostArguments(), .. request.ToArguments()])
        {
            Environment = { [ServerCollector] = "0" },
        };
        using var host = Process.Start(start)!;
        await host.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return host.ExitCode;
    }

    private IEnumerable<string> HostArguments() =>
        [
            "exec",
            .. Option("--depsfile", project.DepsFile),
            .. Option("--runtimeconfig", project.RuntimeConfig),
            .. Option("--additionalprobingpath", project.Packages),
            typeof(ProjectHost).Assembly.Location,
            HostedProgram.Switch,
            project.Path,
        ];

    private static string[] Option(string name, string? value) => string.IsNullOrEmpty(value) ? [] : [name, value];
}
