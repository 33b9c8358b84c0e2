using System.Diagnostics;

namespace Retort.Tool;

/// <summary>
/// Runs a command where the user's project is loaded: in this process where it can be the project's runtime, else in a process of its
/// own, which costs one more start of the runtime. Both end in <see cref="HostedProgram"/>; the user's Main is never run.
/// </summary>
internal sealed class ProjectHost(AssemblyResolver assemblies, BuildRecord record)
{
    /// <summary>Runs the command.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        ToolVersion.Check(record);
        string[] arguments = [record.Assembly, .. request.ToArguments()];
        if (!assemblies.CanHost || ThisRuntime() is not { } config)
            return RunThereAsync(arguments, cancellationToken);
        config.Apply();
        assemblies.Host(Path.GetDirectoryName(record.Assembly)!);
        return HostedProgram.RunAsync(arguments);
    }

    /// <summary>What the project wants of its runtime, where this process can be that; else null.</summary>
    private RuntimeConfig? ThisRuntime() =>
        record.RuntimeConfig.Length > 0 && RuntimeConfig.Read(record.RuntimeConfig) is { IsThisRuntime: true } config
            ? config
            : null;

    private async Task<int> RunThereAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var host = Process.Start(new ProcessStartInfo(DotnetHost.Path, [.. HostArguments(), .. arguments]))!;
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
        ];
}
