using System.Diagnostics;
using System.Reflection;

namespace Retort.Tool;

/// <summary>
/// Runs a command where the user's project is loaded: in this process where it can be the project's runtime, else in a process of its
/// own, which costs one more start of the runtime. Both end in <see cref="HostedProgram"/>; the user's Main is never run.
/// </summary>
internal sealed class ProjectHost(BuildRecord record)
{
    /// <summary>Runs the command.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        ToolVersion.Check(record);
        string[] arguments = [HostedProgram.Switch, record.Assembly, .. request.ToArguments()];
        return
            record.RuntimeConfig.Length > 0
            && RuntimeConfig.Read(record.RuntimeConfig) is { IsThisRuntime: true } config
            ? Task.FromResult(RunHere(config, arguments))
            : RunThereAsync(arguments, cancellationToken);
    }

    private int RunHere(RuntimeConfig config, string[] arguments)
    {
        foreach (var (name, value) in config.Properties)
            AppContext.SetData(name, value);
        var host = new ProjectLoadContext(Path.GetDirectoryName(record.Assembly)!).LoadHost();
        return (int)host.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!;
    }

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
        ];
}
