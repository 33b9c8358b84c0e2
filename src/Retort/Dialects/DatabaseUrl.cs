using System.Text;

namespace Retort;

/// <summary>A database URL in the form of SQLAlchemy: <c>scheme://user:password@host:port/database?option=value</c>.</summary>
/// <remarks>
/// User, password, database and options are percent-encoded where they hold one of <c>: / ? # @ % &amp;</c>. The scheme may name a driver
/// (<c>postgresql+psycopg</c>), which means nothing here. A path is what follows the slash behind the host: <c>sqlite:///file.db</c> is
/// <c>file.db</c>, <c>sqlite:////data/file.db</c> is <c>/data/file.db</c>.
/// </remarks>
public sealed record DatabaseUrl(string Scheme)
{
    /// <summary>The user's name.</summary>
    public string? User { get; init; }

    /// <summary>The password; never printed.</summary>
    public string? Password { get; init; }

    /// <summary>The host; several with commas between, each with its port; a folder where the server has a Unix socket; null where there is none.</summary>
    public string? Host { get; init; }

    /// <summary>The port of a single host; null: the database's usual one.</summary>
    public int? Port { get; init; }

    /// <summary>The database: for SQLite a path, <c>:memory:</c> or empty.</summary>
    public string Database { get; init; } = "";

    /// <summary>The options behind the question mark, in order.</summary>
    public ValueList<KeyValuePair<string, string>> Options { get; init; }

    /// <summary>The URL of a text.</summary>
    /// <exception cref="DatabaseUrlException">The text is no database URL; the error says where and what to write.</exception>
    public static DatabaseUrl Parse(string text) => new DatabaseUrlParser(text).Parse();

    /// <summary>The URL, with <c>***</c> for the password.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Scheme}://");
        if (User is not null || Password is not null)
            text.Append(Escape(User ?? "")).Append(Password is null ? "@" : ":***@");
        text.Append(HostText());
        if (Port is { } port)
            text.Append(':').Append(port);
        if (Database.Length > 0)
            text.Append('/').Append(Escape(Database, "/:\\ "));
        var separator = '?';
        foreach (var (name, value) in Options)
        {
            text.Append(separator)
                .Append(Escape(name))
                .Append('=')
                .Append(IsSecret(name) ? "***" : Escape(value, "/:"));
            separator = '&';
        }
        return text.ToString();
    }

    private string? HostText() =>
        Host is null ? null
        : Host.Contains(',', StringComparison.Ordinal) ? Escape(Host, ":,[]")
        : Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]"
        : Escape(Host);

    private static bool IsSecret(string option) => option.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static string Escape(string part, string keep = "")
    {
        var text = new StringBuilder(part.Length);
        foreach (var rune in part.EnumerateRunes())
        {
            var plain = rune.ToString();
            text.Append(
                Rune.IsLetterOrDigit(rune) || $"-._~{keep}".Contains(plain, StringComparison.Ordinal)
                    ? plain
                    : Uri.EscapeDataString(plain)
            );
        }
        return text.ToString();
    }
}
