using System.Diagnostics;

namespace Retort.Tool.Tests;

/// <summary>What a program did.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record Finished(int ExitCode, string Output, string Error)
{
    /// <summary>Everything that a person saw.</summary>
    public string All => Output + Error;

    /// <summary>Succeeds, and shows the texts.</summary>
    public Finished Succeeds(params ReadOnlySpan<string> shown) => EndsWith(0, shown);

    /// <summary>Ends with the exit code, shows the texts, and no stack trace.</summary>
    public Finished EndsWith(int exitCode, params ReadOnlySpan<string> shown)
    {
        if (ExitCode != exitCode)
            Assert.Fail($"Exit code {ExitCode} instead of {exitCode}:\n{All}");
        Assert.DoesNotContain("   at Retort.", All, StringComparison.Ordinal);
        foreach (var text in shown)
            Assert.Contains(text, All, StringComparison.Ordinal);
        return this;
    }
}

/// <summary>Starts programs and waits for them; never longer than five minutes.</summary>
public static class Programs
{
    /// <summary>Whether a program is installed.</summary>
    public static bool Has(string program) =>
        Environment
            .GetEnvironmentVariable("PATH")!
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program to its end.</summary>
    public static async Task<Finished> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string?> environment,
        string program,
        params IEnumerable<string> arguments
    )
    {
        using var process = Start(folder, environment, program, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(limit.Token);
        return new Finished(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a program; its input is closed, as in a pipeline.</summary>
    public static Process Start(
        string folder,
        IReadOnlyDictionary<string, string?> environment,
        string program,
        params IEnumerable<string> arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
