using System.Diagnostics;

namespace Retort.Tool;

/// <summary>
/// Runs a command where the user's project is loaded: in this process where it can be the project's runtime, else in a process of its
/// own, which costs one more start of the runtime. Both end in <see cref="HostedProgram"/>; the user's Main is never run.
/// </summary>
internal sealed class ProjectHost(AssemblyResolver assemblies, BuildRecord record)
{
    private readonly ProjectRuntime _runtime = new(record);

    /// <summary>Runs the command.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> RunAsync(CommandRequest request, Terminal terminal, CancellationToken cancellationToken)
    {
        ToolVersion.Check(record);
        if (!assemblies.CanHost || !_runtime.IsThis)
            return RunThereAsync(request, cancellationToken);
        _runtime.Apply();
        assemblies.Host(Path.GetDirectoryName(record.Assembly)!);
        return HostedProgram.RunAsync(record.Assembly, request, terminal, cancellationToken);
    }

    private async Task<int> RunThereAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(DotnetHost.Path, [.. HostArguments(), .. request.ToArguments()]);
        using var host = Process.Start(start)!;
        await host.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return host.ExitCode;
    }

    private IEnumerable<string> HostArguments() =>
        [
            "exec",
            "--depsfile",
            record.DepsFile,
            "--runtimeconfig",
            record.RuntimeConfig,
            .. record.Packages.Length > 0 ? ["--additionalprobingpath", record.Packages] : Array.Empty<string>(),
            typeof(ProjectHost).Assembly.Location,
            HostedProgram.Switch,
            record.Assembly,
        ];
}
