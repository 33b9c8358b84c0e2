using System.Text;

namespace Retort.Tool;

/// <summary>
/// The two streams of a command: results on standard output, progress and log on standard error. Plain UTF-8 writers: those of
/// <see cref="Console"/> set up a whole terminal first, which takes longer than some commands.
/// </summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Verbosity _verbosity;
    private readonly bool _json;

    /// <param name="arguments">The command line, also one that cannot be understood: errors follow it too.</param>
    public Terminal(params ReadOnlySpan<string> arguments)
    {
        _json = arguments.Contains("--json");
        _verbosity =
            arguments.ContainsAny("--quiet", "-q") ? Verbosity.Quiet
            : arguments.ContainsAny("--verbose", "-v") ? Verbosity.Verbose
            : Verbosity.Normal;
    }

    private enum Verbosity
    {
        Quiet,
        Normal,
        Verbose,
    }

    /// <summary>The command, when it is understood: what is told to be typed means the same project and database.</summary>
    public TypedCommands? Typed { private get; set; }

    /// <summary>Standard output.</summary>
    public TextWriter Output { get; } = Open(Console.OpenStandardOutput());

    /// <summary>Standard error.</summary>
    public TextWriter Error { get; } = Open(Console.OpenStandardError());

    /// <summary>Says what is happening.</summary>
    public void Progress(string line)
    {
        if (_verbosity > Verbosity.Quiet)
            Error.WriteLine(line);
    }

    /// <summary>Says what only some want to know.</summary>
    public void Detail(string line)
    {
        if (_verbosity is Verbosity.Verbose)
            Error.WriteLine(line);
    }

    /// <summary>Prints words for a shell, one a line.</summary>
    /// <returns>The exit code.</returns>
    public int Print(IEnumerable<string> words)
    {
        foreach (var word in words)
            Output.WriteLine(word);
        return ExitCode.Done;
    }

    /// <summary>Prints the result.</summary>
    /// <returns>The exit code.</returns>
    public int Print(Outcome outcome)
    {
        foreach (var note in outcome.Notes)
            Progress(Complete(note));
        if (_json && outcome.ExitCode is not ExitCode.Written)
            Output.WriteLine(JsonText.Of(outcome.Json()));
        else if (_verbosity > Verbosity.Quiet || outcome.IsAnswer)
            Output.Write(string.Concat(Lines(outcome).Select(line => line + Environment.NewLine))); // at once: each write is a call of the system
        return outcome.ExitCode;
    }

    /// <summary>Prints an error: for a person on standard error, as the one document of <c>--json</c> on standard output.</summary>
    /// <returns>The exit code.</returns>
    public int Print(ErrorReport error)
    {
        if (_json)
            Output.WriteLine(JsonText.Of(error.Json));
        else
            foreach (var line in error.Lines)
                Error.WriteLine(Complete(line));
        return error.ExitCode;
    }

    /// <summary>A script stays as it is.</summary>
    private IEnumerable<string> Lines(Outcome outcome) =>
        outcome.IsScript ? outcome.Lines : outcome.Lines.Select(Complete);

    private string Complete(string line) => Typed?.In(line) ?? line;

    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }

    private static StreamWriter Open(Stream stream) => new(stream, Utf8, 1024) { AutoFlush = true };
}
