using System.Text;

namespace Retort.Migrations;

/// <summary>A text file and where it is, so that an error can say where in it.</summary>
internal sealed record SourceText(string Path, string Text)
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <exception cref="ScriptException">The file is not there, cannot be read, or is not UTF-8.</exception>
    public static SourceText Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, StrictUtf8, detectEncodingFromByteOrderMarks: true);
            return new(path, reader.ReadToEnd());
        }
        catch (DecoderFallbackException)
        {
            throw ScriptException.NotUtf8(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ScriptException.Unreadable(path, error);
        }
    }

    /// <summary>The error of something else being at this position.</summary>
    public ScriptException Expected(int position, string what)
    {
        var (line, column) = LineAndColumn(position);
        return ScriptException.Syntax(Path, line, column, what, Near(position));
    }

    /// <summary>Both counted from 1.</summary>
    public (int Line, int Column) LineAndColumn(int position)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < position; i++)
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
            {
                line++;
                start = i + 1;
            }
        return (line, position - start + 1);
    }

    /// <summary>What is there, for the message: up to the end of the line, but not more than fits.</summary>
    private string Near(int position)
    {
        const int Most = 30;
        var rest = Text.AsSpan(Math.Min(position, Text.Length));
        var end = rest.IndexOfAny('\r', '\n');
        var line = (end < 0 ? rest : rest[..end]).Trim();
        return line.Length > Most ? $"{line[..Most]}…" : line.ToString();
    }
}
