using System.Globalization;
using System.Text;

namespace Retort;

/// <summary>Reads a database URL from left to right; each part knows where it began, for the error.</summary>
internal sealed class DatabaseUrlParser(string text)
{
    private const string Separator = "://";

    /// <summary>The parts, in order.</summary>
    public DatabaseUrl Parse()
    {
        var schemeEnd = text.IndexOf(Separator, StringComparison.Ordinal);
        var url = new DatabaseUrl(Scheme(schemeEnd));
        var start = schemeEnd + Separator.Length;
        var optionsAt = IndexOrEnd('?', start, text.Length);
        var authorityEnd = IndexOrEnd('/', start, optionsAt);
        var userEnd = text.LastIndexOf('@', authorityEnd - 1, authorityEnd - start);
        if (userEnd >= 0)
            url = WithUser(url, start, userEnd);
        url = WithHost(url, userEnd < 0 ? start : userEnd + 1, authorityEnd);
        if (authorityEnd < optionsAt)
            url = url with { Database = Decode(authorityEnd + 1, optionsAt) };
        return optionsAt < text.Length ? url with { Options = [.. Options(optionsAt)] } : url;
    }

    private string Scheme(int end)
    {
        if (end < 0)
            throw DatabaseUrlException.Malformed(0, "there is no '://' in it.", PathHint());
        var scheme = text.AsSpan(0, IndexOrEnd('+', 0, end));
        for (var i = 0; i < end; i++)
            if (!char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('+' or '_' or '-' or '.'))
                throw DatabaseUrlException.Malformed(i, "a scheme has letters, digits, '_', '-' and '.' only.");
        return scheme.Length > 0
            ? scheme.ToString()
            : throw DatabaseUrlException.Malformed(0, "the scheme in front of '://' is missing.");
    }

    private string? PathHint() =>
        text.Length > 0
        && !text.Contains('@', StringComparison.Ordinal)
        && !text.Contains('=', StringComparison.Ordinal)
            ? DatabaseUrlException.FileForm + text
            : null;

    private DatabaseUrl WithUser(DatabaseUrl url, int start, int end)
    {
        var colon = IndexOrEnd(':', start, end);
        return url with { User = Decode(start, colon), Password = colon < end ? Decode(colon + 1, end) : null };
    }

    private DatabaseUrl WithHost(DatabaseUrl url, int start, int end)
    {
        if (start == end)
            return url;
        if (text.IndexOf(',', start, end - start) >= 0)
            return url with { Host = Decode(start, end) };
        var hostEnd = IndexOrEnd(':', start, end);
        var host = Decode(start, hostEnd);
        if (text[start] is '[')
        {
            var close = text.IndexOf(']', start, end - start);
            if (close < 0)
                throw DatabaseUrlException.Malformed(start, "the '[' of an IPv6 address has no ']'.");
            host = text[(start + 1)..close];
            hostEnd = close + 1;
            if (hostEnd < end && text[hostEnd] is not ':')
                throw DatabaseUrlException.Malformed(
                    hostEnd,
                    "behind an IPv6 address stands ':' and the port, or '/'."
                );
        }
        return url with { Host = host.Length == 0 ? null : host, Port = hostEnd < end ? Port(hostEnd + 1, end) : null };
    }

    private int? Port(int start, int end)
    {
        if (start == end)
            return null;
        return ushort.TryParse(
            text.AsSpan(start, end - start),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var port
        )
            ? port
            : throw DatabaseUrlException.Malformed(
                start,
                "the port is a number from 0 to 65535.",
                "A '/', ':', '?', '#' or '@' in a user's name or password is written %2F, %3A, %3F, %23, %40. Several hosts have commas between."
            );
    }

    private IEnumerable<KeyValuePair<string, string>> Options(int start)
    {
        while (start < text.Length)
        {
            var end = IndexOrEnd('&', ++start, text.Length);
            var equals = IndexOrEnd('=', start, end);
            if (equals > start)
                yield return new(Decode(start, equals), equals < end ? Decode(equals + 1, end) : "");
            else if (end > start)
                throw DatabaseUrlException.Malformed(
                    start,
                    "an option has no name; options are written name=value, with '&' between."
                );
            start = end;
        }
    }

    private string Decode(int start, int end)
    {
        var part = text.AsSpan(start, end - start);
        if (!part.Contains('%'))
            return part.ToString();
        var bytes = new List<byte>(part.Length);
        for (var i = start; i < end; i++)
            if (text[i] is '%')
            {
                bytes.Add(Hex(i, end));
                i += 2;
            }
            else
            {
                var length = char.IsHighSurrogate(text[i]) && i + 1 < end ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
                i += length - 1;
            }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private byte Hex(int at, int end) =>
        at + 2 < end
        && byte.TryParse(
            text.AsSpan(at + 1, 2),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : throw DatabaseUrlException.Malformed(
                at,
                "'%' is not followed by two hexadecimal digits.",
                "A '%' itself is written %25."
            );

    private int IndexOrEnd(char letter, int start, int end)
    {
        var index = text.IndexOf(letter, start, end - start);
        return index < 0 ? end : index;
    }
}
