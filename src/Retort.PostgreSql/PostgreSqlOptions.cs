using System.Globalization;
using Npgsql;

namespace Retort;

/// <summary>The options of a URL: libpq's, by their names there, and those of the driver's pool.</summary>
internal static class PostgreSqlOptions
{
    private static readonly Dictionary<string, Action<NpgsqlConnectionStringBuilder, string>> Known = new()
    {
        ["application_name"] = static (builder, value) => builder.ApplicationName = value,
        ["channel_binding"] = Choice<ChannelBinding>(static (builder, choice) => builder.ChannelBinding = choice),
        ["client_encoding"] = static (builder, value) => builder.ClientEncoding = value,
        ["command_timeout"] = Seconds("command_timeout", static (builder, seconds) => builder.CommandTimeout = seconds),
        ["connect_timeout"] = Seconds("connect_timeout", static (builder, seconds) => builder.Timeout = seconds),
        ["dbname"] = static (builder, value) => builder.Database = value,
        ["fallback_application_name"] = static (builder, value) => builder.ApplicationName ??= value,
        ["gssencmode"] = Choice<GssEncryptionMode>(static (builder, choice) => builder.GssEncryptionMode = choice),
        ["keepalives"] = Switch("keepalives", static (builder, on) => builder.TcpKeepAlive = on),
        ["keepalives_idle"] = Seconds(
            "keepalives_idle",
            static (builder, seconds) => builder.TcpKeepAliveTime = seconds
        ),
        ["keepalives_interval"] = Seconds(
            "keepalives_interval",
            static (builder, seconds) => builder.TcpKeepAliveInterval = seconds
        ),
        ["krbsrvname"] = static (builder, value) => builder.KerberosServiceName = value,
        ["load_balance_hosts"] = static (builder, value) =>
            builder.LoadBalanceHosts = value switch
            {
                "random" => true,
                "disable" => false,
                _ => throw Wrong("load_balance_hosts", value, "random or disable"),
            },
        ["max_auto_prepare"] = Number("max_auto_prepare", static (builder, count) => builder.MaxAutoPrepare = count),
        ["max_pool_size"] = Number("max_pool_size", static (builder, count) => builder.MaxPoolSize = count),
        ["min_pool_size"] = Number("min_pool_size", static (builder, count) => builder.MinPoolSize = count),
        ["options"] = static (builder, value) => builder.Options = value,
        ["passfile"] = static (builder, value) => builder.Passfile = value,
        ["password"] = static (builder, value) => builder.Password = value,
        ["pooling"] = Switch("pooling", static (builder, on) => builder.Pooling = on),
        ["require_auth"] = static (builder, value) => builder.RequireAuth = value,
        ["search_path"] = static (builder, value) => builder.SearchPath = value,
        ["sslcert"] = static (builder, value) => builder.SslCertificate = value,
        ["sslkey"] = static (builder, value) => builder.SslKey = value,
        ["sslmode"] = Choice<SslMode>(static (builder, choice) => builder.SslMode = choice),
        ["sslpassword"] = static (builder, value) => builder.SslPassword = value,
        ["sslrootcert"] = static (builder, value) => builder.RootCertificate = value,
        ["target_session_attrs"] = static (builder, value) =>
            builder.TargetSessionAttributes = value
                is "any"
                    or "primary"
                    or "standby"
                    or "prefer-standby"
                    or "read-write"
                    or "read-only"
                ? value
                : throw Wrong(
                    "target_session_attrs",
                    value,
                    "any, primary, standby, prefer-standby, read-write or read-only"
                ),
        ["timezone"] = static (builder, value) => builder.Timezone = value,
        ["user"] = static (builder, value) => builder.Username = value,
    };

    /// <summary>Gives an option its value.</summary>
    /// <exception cref="DatabaseUrlException">There is no such option, or it cannot have this value.</exception>
    public static void Set(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        if (!Known.TryGetValue(name, out var set))
            throw DatabaseUrlException.UnknownOption(
                $"A PostgreSQL URL has no option '{name}' here.",
                $"The options are host, port, {string.Join(", ", Known.Keys)}. Others can be set in an ADO.NET connection string: Engine.Create(PostgreSqlDialect.Instance, \"Host=…\")."
            );
        set(builder, value);
    }

    /// <summary>The error of a value that an option cannot have. It is never a password that is shown.</summary>
    public static DatabaseUrlException Wrong(string name, string value, string values) =>
        DatabaseUrlException.WrongOption(
            $"The option '{name}' of a PostgreSQL URL cannot be '{value}'.",
            $"Write {name}={values}."
        );

    private static Action<NpgsqlConnectionStringBuilder, string> Seconds(
        string name,
        Action<NpgsqlConnectionStringBuilder, int> set
    ) => Number(name, set, "a number of whole seconds");

    private static Action<NpgsqlConnectionStringBuilder, string> Number(
        string name,
        Action<NpgsqlConnectionStringBuilder, int> set,
        string values = "a whole number"
    ) =>
        (builder, value) =>
            set(
                builder,
                int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw Wrong(name, value, values)
            );

    private static Action<NpgsqlConnectionStringBuilder, string> Switch(
        string name,
        Action<NpgsqlConnectionStringBuilder, bool> set
    ) =>
        (builder, value) =>
            set(
                builder,
                value switch
                {
                    "1" or "true" or "on" => true,
                    "0" or "false" or "off" => false,
                    _ => throw Wrong(name, value, "1 or 0"),
                }
            );

    /// <summary>A choice as libpq writes it: <c>verify-full</c> is <c>VerifyFull</c>.</summary>
    private static Action<NpgsqlConnectionStringBuilder, string> Choice<T>(Action<NpgsqlConnectionStringBuilder, T> set)
        where T : struct, Enum =>
        (builder, value) =>
            set(
                builder,
                Enum.TryParse<T>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var choice)
                    ? choice
                    : throw Wrong(OptionOf<T>(), value, Choices<T>())
            );

    private static string Choices<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(name => Kebab(name)));

    private static string OptionOf<T>() =>
        typeof(T) == typeof(SslMode) ? "sslmode"
        : typeof(T) == typeof(ChannelBinding) ? "channel_binding"
        : "gssencmode";

    private static string Kebab(string name) =>
        string.Concat(
            name.Select((letter, at) => (at > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter))
        );
}
