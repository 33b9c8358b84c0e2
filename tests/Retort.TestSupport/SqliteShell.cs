using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Retort.TestSupport;

/// <summary>SQLite's own shell.</summary>
public static class SqliteShell
{
    private static readonly Lazy<bool> Runs = new(() =>
    {
        try
        {
            return Run(":memory:", ".version").Length > 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    /// <summary>Why there is none; null: there is one.</summary>
    public static string? Missing => Runs.Value ? null : "There is no sqlite3 here (apt-get install sqlite3).";

    /// <summary>Runs a script, as <c>sqlite3 -bail FILE &lt; SCRIPT</c> does in the file's folder.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static string Run(string file, string script, bool bail = true)
    {
        var start = new ProcessStartInfo("sqlite3", bail ? ["-bail", file] : [file])
        {
            WorkingDirectory = Path.GetDirectoryName(file),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(script);
            process.StandardInput.Close();
        }
        catch (IOException) { } // it has ended at an error
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"sqlite3 failed: {output.Result}{error.Result}");
    }
}
