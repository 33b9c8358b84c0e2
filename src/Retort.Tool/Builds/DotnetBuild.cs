using System.Diagnostics;

namespace Retort.Tool;

/// <summary>Runs <c>dotnet build</c>; the compiler's words go to standard error as they are.</summary>
/// <param name="project">The project file, absolute.</param>
/// <param name="records">Which record is the project's.</param>
/// <param name="request">The command line.</param>
/// <param name="terminal">Gets the words.</param>
internal sealed class DotnetBuild(string project, BuildRecords records, CommandRequest request, Terminal terminal)
{
    private const string RecordVariable = "RETORT_RECORD_TO";

    /// <summary>MSBuild then stays for the next build, which begins a second earlier; who has set it decides.</summary>
    private const string ServerVariable = "DOTNET_CLI_USE_MSBUILD_SERVER";

    /// <summary>Builds the project.</summary>
    /// <param name="need">Why.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <returns>The record of the build; null where the project has no Retort.Migrations, which writes it.</returns>
    /// <exception cref="ToolException">The build failed.</exception>
    /// <exception cref="UsageException">The project was built for several frameworks and none was chosen.</exception>
    public async Task<BuildRecord?> RunAsync(BuildNeed need, CancellationToken cancellationToken)
    {
        terminal.Progress($"Building {Path.GetFileName(project)} ({need.Reason})");
        var recordTo = Path.Combine(Path.GetTempPath(), $"retort-{Guid.NewGuid():N}");
        try
        {
            if (await RunAsync(Arguments(need), recordTo, cancellationToken).ConfigureAwait(false) != 0)
                throw ToolException.DoesNotBuild(project);
            return File.Exists(recordTo) ? Accepted(File.ReadAllLines(recordTo)) : null;
        }
        finally
        {
            File.Delete(recordTo);
        }
    }

    /// <summary>The build also writes the records of projects that this one references.</summary>
    private BuildRecord? Accepted(string[] paths)
    {
        var record = records.Only(paths);
        if (record is not null)
            new UpToDateCheck(record).Accept();
        return record;
    }

    private IEnumerable<string> Arguments(BuildNeed need) =>
        [
            "build",
            project,
            "-nologo",
            "-verbosity:quiet",
            .. need.Restore ? Array.Empty<string>() : ["--no-restore"],
            .. need.Anew ? ["--no-incremental"] : Array.Empty<string>(),
            .. request["configuration"] is { } configuration ? ["-c", configuration] : Array.Empty<string>(),
            .. request["framework"] is { } framework ? ["-f", framework] : Array.Empty<string>(),
        ];

    private async Task<int> RunAsync(
        IEnumerable<string> arguments,
        string recordTo,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(DotnetHost.Path, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetDirectoryName(project)!,
            Environment = { [RecordVariable] = recordTo },
        };
        start.Environment.TryAdd(ServerVariable, "1");
        using var build = Process.Start(start)!;
        build.StandardInput.Close();
        var output = await build.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await build.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var line in Telling(output, failed: build.ExitCode != 0))
            terminal.Error.WriteLine(line);
        return build.ExitCode;
    }

    /// <summary>The diagnostics, each once; where a build failed without any, all that it said.</summary>
    private static List<string> Telling(string output, bool failed)
    {
        var lines = output.Split(Environment.NewLine).ToList();
        var diagnostics = lines.Where(IsDiagnostic).Distinct().ToList();
        return diagnostics.Count == 0 && failed ? lines : diagnostics;
    }

    /// <summary>Errors and warnings of the compiler, of MSBuild and of NuGet; not the summary, which repeats them.</summary>
    private static bool IsDiagnostic(string line) =>
        line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal);
}
