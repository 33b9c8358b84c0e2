using System.Globalization;
using Npgsql;

namespace Retort;

/// <summary>
/// Which database a URL or connection string means, in the forms of SQLAlchemy and libpq
/// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING).
/// </summary>
internal static class PostgreSqlUrl
{
    private const string Form = "Write postgresql://user:password@host:5432/database.";
    private const int UsualPort = 5432;

    /// <summary>How many different statements a connection keeps prepared where nobody says otherwise.</summary>
    private const int Prepared = 100;

    /// <summary>What each option sets, by the names that libpq, SQLAlchemy and the driver have for it.</summary>
    private static readonly Dictionary<string, string> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        ["host"] = "Host",
        ["port"] = "Port",
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["password"] = "Password",
        ["passfile"] = "Passfile",
        ["sslmode"] = "SSL Mode",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["sslrootcert"] = "Root Certificate",
        ["channel_binding"] = "Channel Binding",
        ["gssencmode"] = "GSS Encryption Mode",
        ["krbsrvname"] = "Kerberos Service Name",
        ["application_name"] = "Application Name",
        ["fallback_application_name"] = "Application Name",
        ["client_encoding"] = "Client Encoding",
        ["options"] = "Options",
        ["search_path"] = "Search Path",
        ["timezone"] = "Timezone",
        ["connect_timeout"] = "Timeout",
        ["command_timeout"] = "Command Timeout",
        ["keepalives_idle"] = "Tcp Keepalive Time",
        ["keepalives_interval"] = "Tcp Keepalive Interval",
        ["target_session_attrs"] = "Target Session Attributes",
        ["load_balance_hosts"] = "Load Balance Hosts",
        ["pooling"] = "Pooling",
        ["pool_size"] = "Maximum Pool Size",
        ["max_auto_prepare"] = "Max Auto Prepare",
    };

    /// <summary>The connection string of a URL.</summary>
    public static string ConnectionString(DatabaseUrl url)
    {
        var builder = new NpgsqlConnectionStringBuilder();
        if (url.Host is { } host)
            builder.Host = host;
        if (url.Port is { } port)
            builder.Port = port;
        if (url.User is { } user)
            builder.Username = user;
        if (url.Password is { } password)
            builder.Password = password;
        if (url.Database.Length > 0)
            builder.Database = url.Database;
        foreach (var (name, value) in url.Options)
            Set(builder, name, value);
        builder.Host ??= UsualHost(builder.Port);
        return builder.ConnectionString;
    }

    /// <summary>What all connections of an engine use: times are UTC, and statements that come again are kept prepared.</summary>
    public static string ForEngine(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (
            !builder.ContainsKey("Max Auto Prepare")
            || builder.MaxAutoPrepare == 0 && !Says(connectionString, "prepare")
        )
            builder.MaxAutoPrepare = Prepared;
        builder.Timezone ??= "UTC";
        return builder.ConnectionString;
    }

    /// <summary>The database as a URL without the password.</summary>
    public static string Describe(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return new DatabaseUrl("postgresql")
        {
            User = builder.Username,
            Host = builder.Host,
            Port = builder.Port == UsualPort ? null : builder.Port,
            Database = builder.Database ?? builder.Username ?? "",
        }.ToString();
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        if (!Options.TryGetValue(name, out var keyword))
            throw DatabaseUrlException.UnknownOption(
                $"PostgreSQL has no option '{name}' in a URL that is understood here.",
                $"The options are {string.Join(", ", Options.Keys)}."
            );
        try
        {
            builder[keyword] = Meaning(keyword, value);
        }
        catch (Exception error)
            when (error is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw DatabaseUrlException.WrongOption(
                $"The option '{name}' of a PostgreSQL URL cannot be '{(name.Contains("password", StringComparison.OrdinalIgnoreCase) ? "***" : value)}'.",
                "Write the value as libpq takes it: https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-PARAMKEYWORDS"
            );
        }
    }

    /// <summary>libpq's words in the driver's form.</summary>
    private static string Meaning(string keyword, string value) =>
        (keyword, value) switch
        {
            ("SSL Mode", "verify-ca") => "VerifyCA",
            ("SSL Mode", "verify-full") => "VerifyFull",
            ("Load Balance Hosts", "random") => "true",
            ("Load Balance Hosts", "disable") => "false",
            ("Timeout", _)
                when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds) =>
                Math.Max(0, seconds).ToString(CultureInfo.InvariantCulture),
            ("Port", _) when value.Length == 0 => UsualPort.ToString(CultureInfo.InvariantCulture),
            _ => value,
        };

    /// <summary>Where libpq looks: PGHOST, else the server's socket, else this machine.</summary>
    private static string UsualHost(int port) =>
        Environment.GetEnvironmentVariable("PGHOST") is { Length: > 0 } said
            ? said
            : Array.Find(
                (string[])["/var/run/postgresql", "/tmp"],
                folder =>
                    File.Exists(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{port}")))
            ) ?? "localhost";

    private static bool Says(string connectionString, string word) =>
        connectionString.Contains(word, StringComparison.OrdinalIgnoreCase);
}
