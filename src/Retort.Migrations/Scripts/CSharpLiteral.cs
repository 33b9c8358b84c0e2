using System.Globalization;
using System.Text;

namespace Retort.Migrations;

/// <summary>C# string literals: what one means. <see cref="CSharp.Literal"/> writes them.</summary>
internal static class CSharpLiteral
{
    /// <summary>The text that a <see cref="CSharpTokenKind.String"/> token means.</summary>
    /// <exception cref="ScriptException">An escape or the indentation of a raw string is wrong.</exception>
    public static string Read(SourceText source, CSharpToken token)
    {
        var literal = source.Text[token.Start..token.End];
        return literal switch
        {
            ['@', ..] => literal[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal),
            ['"', '"', '"', ..] => ReadRaw(source, token, literal),
            _ => ReadRegular(source, token),
        };
    }

    private static string ReadRaw(SourceText source, CSharpToken token, string literal)
    {
        var quotes = literal.Length - literal.TrimStart('"').Length;
        var content = literal[quotes..^quotes];
        if (content.AsSpan().IndexOfAny('\r', '\n') < 0)
            return content;
        var lines = content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var indent = lines[^1];
        if (lines.Length < 3 || !string.IsNullOrWhiteSpace(lines[0]) || !string.IsNullOrWhiteSpace(indent))
            throw source.Expected(token.Start, "a raw string whose quotes are on lines of their own");
        return string.Join('\n', lines[1..^1].Select(line => Outdent(source, token, line, indent)));
    }

    private static string Outdent(SourceText source, CSharpToken token, string line, string indent) =>
        line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..]
        : string.IsNullOrWhiteSpace(line) ? ""
        : throw source.Expected(
            token.Start,
            "a raw string whose lines begin with the white space before its closing quotes"
        );

    private static string ReadRegular(SourceText source, CSharpToken token)
    {
        var value = new StringBuilder();
        for (var position = token.Start + 1; position < token.End - 1; )
            if (source.Text[position] != '\\')
                value.Append(source.Text[position++]);
            else
                position += ReadEscape(source, position, value);
        return value.ToString();
    }

    /// <summary>Appends what the escape at the position means, and returns its length.</summary>
    private static int ReadEscape(SourceText source, int position, StringBuilder value)
    {
        const string Letters = "'\"\\0abefnrtv";
        const string Meanings = "'\"\\\0\a\b\u001b\f\n\r\t\v";
        var sign = source.Text[position + 1];
        if (Letters.IndexOf(sign, StringComparison.Ordinal) is var letter and >= 0)
        {
            value.Append(Meanings[letter]);
            return 2;
        }
        var (fewest, most) = sign switch
        {
            'u' => (4, 4),
            'U' => (8, 8),
            'x' => (1, 4),
            _ => throw source.Expected(position, "an escape that C# knows"),
        };
        var digits = 0;
        while (digits < most && char.IsAsciiHexDigit(source.Text[position + 2 + digits]))
            digits++;
        if (digits < fewest || !TryAppend(source.Text.AsSpan(position + 2, digits), value))
            throw source.Expected(position, "the hexadecimal digits of a character");
        return 2 + digits;
    }

    private static bool TryAppend(ReadOnlySpan<char> digits, StringBuilder value)
    {
        var code = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (code is < 0 or > 0x10FFFF)
            return false;
        value.Append(code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        return true;
    }
}
