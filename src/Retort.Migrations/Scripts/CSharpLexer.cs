namespace Retort.Migrations;

/// <summary>
/// Cuts C# text into tokens, just far enough to find declarations and attributes: comments, directives and white space are
/// skipped, strings of every form are single tokens. Both sides of an <c>#if</c> are read.
/// </summary>
internal sealed class CSharpLexer(SourceText source)
{
    private readonly string _text = source.Text;
    private int _position;

    private char Here => At(0);

    public CSharpToken Next()
    {
        SkipTrivia();
        var start = _position;
        return new(Read(), start, _position);
    }

    private CSharpTokenKind Read()
    {
        switch (Here)
        {
            case '\0' when _position >= _text.Length:
                return CSharpTokenKind.End;
            case '"':
                return ReadString(dollars: 0, isVerbatim: false);
            case '$' or '@' when StringPrefix() is { } prefix:
                _position += prefix.Length;
                return ReadString(prefix.Dollars, prefix.IsVerbatim);
            case '\'' when CharacterLength() is var length and > 0:
                _position += length;
                return CSharpTokenKind.Character;
            case var letter when letter is '@' or '_' || char.IsLetter(letter):
                _position++;
                SkipWhile(static c => char.IsLetterOrDigit(c) || c == '_');
                return CSharpTokenKind.Word;
            case >= '0' and <= '9':
                SkipWhile(static c => char.IsLetterOrDigit(c) || c == '_');
                return CSharpTokenKind.Number;
            default:
                _position++;
                return CSharpTokenKind.Sign;
        }
    }

    private void SkipTrivia()
    {
        while (_position < _text.Length)
            if (char.IsWhiteSpace(Here) || Here == '\uFEFF')
                _position++;
            else if (Here == '#' || (Here == '/' && At(1) == '/'))
                SkipLine();
            else if (Here == '/' && At(1) == '*')
                SkipComment();
            else
                return;
    }

    /// <summary>The signs before an opening quote: <c>@</c>, any number of <c>$</c>, or both; null where no quote follows.</summary>
    private (int Dollars, bool IsVerbatim, int Length)? StringPrefix()
    {
        var dollars = 0;
        var ats = 0;
        var length = 0;
        for (; At(length) is '$' or '@'; length++)
            if (At(length) == '$')
                dollars++;
            else
                ats++;
        return At(length) == '"' && ats <= 1 ? (dollars, ats == 1, length) : null;
    }

    private CSharpTokenKind ReadString(int dollars, bool isVerbatim)
    {
        var start = _position;
        var quotes = RunOf('"');
        if (quotes >= 3 && !isVerbatim)
            ReadRaw(start, quotes, dollars);
        else
        {
            _position++;
            ReadQuoted(start, dollars, isVerbatim);
        }
        return dollars == 0 ? CSharpTokenKind.String : CSharpTokenKind.InterpolatedString;
    }

    private void ReadQuoted(int start, int dollars, bool isVerbatim)
    {
        while (true)
            switch (Here)
            {
                case '\0' when _position >= _text.Length:
                case '\r' or '\n' when !isVerbatim:
                    throw source.Expected(start, "a \" at the end of this string");
                case '"' when isVerbatim && At(1) == '"':
                case '\\' when !isVerbatim:
                case '{' when dollars > 0 && At(1) == '{':
                    _position += 2;
                    break;
                case '"':
                    _position++;
                    return;
                case '{' when dollars > 0:
                    ReadHole(braces: 1);
                    break;
                default:
                    _position++;
                    break;
            }
    }

    private void ReadRaw(int start, int quotes, int dollars)
    {
        _position += quotes;
        while (RunOf('"') is var run && run < quotes)
            if (_position >= _text.Length)
                throw source.Expected(start, $"{new string('"', quotes)} at the end of this string");
            else if (dollars > 0 && RunOf('{') is var braces && braces >= dollars)
            {
                _position += braces - dollars;
                ReadHole(dollars);
            }
            else
                _position += Math.Max(run, 1);
        _position += RunOf('"');
    }

    /// <summary>A hole is C# up to its closing braces; after a colon outside brackets it is a format.</summary>
    private void ReadHole(int braces)
    {
        var start = _position;
        _position += braces;
        for (var depth = 0; ; )
        {
            var token = Next();
            switch (token.Kind is CSharpTokenKind.Sign ? _text[token.Start] : '\0')
            {
                case '\0' when token.Kind is CSharpTokenKind.End:
                    throw source.Expected(start, "a } for this {");
                case '(' or '[' or '{':
                    depth++;
                    break;
                case '}' when depth == 0:
                    _position += braces - 1;
                    return;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case ':' when Here == ':':
                    _position++;
                    break;
                case ':' when depth == 0:
                    SkipTo(new string('}', braces), start, "a } for this {");
                    return;
            }
        }
    }

    /// <summary>0 where the quote closes on no later character of the line, as in text that an <c>#if</c> leaves out.</summary>
    private int CharacterLength()
    {
        var length = At(1) == '\\' ? 3 : 2;
        while (At(length) is not ('\'' or '\r' or '\n' or '\0'))
            length++;
        return At(length) == '\'' ? length + 1 : 0;
    }

    private char At(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    private int RunOf(char sign)
    {
        var length = 0;
        while (At(length) == sign)
            length++;
        return length;
    }

    private void SkipWhile(Func<char, bool> isPart)
    {
        while (_position < _text.Length && isPart(Here))
            _position++;
    }

    private void SkipComment()
    {
        var begin = _position;
        _position += 2;
        SkipTo("*/", begin, "*/ at the end of this comment");
    }

    private void SkipLine()
    {
        var length = _text.AsSpan(_position).IndexOfAny('\r', '\n');
        _position = length < 0 ? _text.Length : _position + length;
    }

    /// <summary>Goes behind the end of what began at a position.</summary>
    private void SkipTo(string end, int begin, string expected)
    {
        var found = _text.IndexOf(end, Math.Min(_position, _text.Length), StringComparison.Ordinal);
        _position = found < 0 ? throw source.Expected(begin, expected) : found + end.Length;
    }
}
