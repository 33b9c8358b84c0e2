using System.ComponentModel;
using System.Diagnostics;

namespace Retort.Tool;

/// <summary>The editor of the person at the terminal.</summary>
/// <param name="Command">The program, with its arguments where a variable names them.</param>
internal sealed record Editor(string Command)
{
    private static readonly string[] Variables = ["EDITOR", "VISUAL"];

    private static readonly string[] Known = ["sensible-editor", "editor", "nano", "vim", "code", "notepad.exe"];

    /// <summary>The first of <c>$EDITOR</c>, <c>$VISUAL</c> and the usual programs.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public static Editor Find() =>
        new(
            Variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(set => !string.IsNullOrWhiteSpace(set))
                ?? Known.FirstOrDefault(IsInPath)
                ?? throw ToolException.NoEditor()
        );

    /// <summary>Opens files, and waits until the editor is closed.</summary>
    /// <returns>The editor's exit code.</returns>
    /// <exception cref="ToolException">It cannot be started.</exception>
    public async Task<int> OpenAsync(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var words = Command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            using var editor = Process.Start(words[0], [.. words[1..], .. files]);
            await editor.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return editor.ExitCode;
        }
        catch (Win32Exception error)
        {
            throw ToolException.EditorFailed(Command, error);
        }
    }

    private static bool IsInPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
