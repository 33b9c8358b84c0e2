using System.Diagnostics;
using System.Text;

namespace Retort.Tool;

/// <summary>The C# compiler of an SDK: its server where the project lets it, which is started where none runs and ends when it has been idle, as <c>dotnet build</c> has it.</summary>
internal sealed class Compiler(BuildRecord record)
{
    private const string ServerSwitch = "UseSharedCompilation";
    private const string Idle = "/keepalive:600";

    /// <summary>Compiles.</summary>
    /// <returns>Whether it succeeded, and what the compiler said.</returns>
    public async Task<(bool Done, IReadOnlyList<string> Lines)> RunAsync(
        string responseFile,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(DotnetHost.Path, Arguments(responseFile))
        {
            WorkingDirectory = record.ProjectFolder,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var compiler = Process.Start(start)!;
        var output = await compiler.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await compiler.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return (
            compiler.ExitCode == 0,
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
    }

    private IEnumerable<string> Arguments(string responseFile) =>
        [
            "exec",
            record.Compiler,
            "/noconfig",
            "/nologo",
            .. UsesServer ? ["/shared", Idle] : Array.Empty<string>(),
            $"@{responseFile}",
        ];

    private bool UsesServer =>
        record.UsesCompilerServer
        && !string.Equals(
            Environment.GetEnvironmentVariable(ServerSwitch),
            bool.FalseString,
            StringComparison.OrdinalIgnoreCase
        );
}
