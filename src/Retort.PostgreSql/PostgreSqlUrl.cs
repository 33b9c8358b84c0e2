using System.Globalization;
using Npgsql;

namespace Retort;

/// <summary>Which server and database a URL means: <c>postgresql://user:password@host:port/database?option=value</c>.</summary>
/// <remarks>
/// The forms of libpq (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS) and of SQLAlchemy. What a URL leaves
/// open comes from the environment variables of libpq, then from libpq's own defaults.
/// </remarks>
internal static class PostgreSqlUrl
{
    private const int UsualPort = 5432;

    /// <summary>Where the packages of operating systems put the server's socket.</summary>
    private static readonly string[] SocketFolders = ["/var/run/postgresql", "/tmp"];

    /// <summary>The connection string of a URL.</summary>
    public static string ConnectionString(DatabaseUrl url)
    {
        var builder = new NpgsqlConnectionStringBuilder();
        if (url.User is { } user)
            builder.Username = user;
        if (url.Password is { } password)
            builder.Password = password;
        if (url.Database.Length > 0)
            builder.Database = url.Database;
        var hosts = new List<string>();
        var ports = new List<string>();
        if (url.Host is { } host)
            hosts.AddRange(host.Split(','));
        if (url.Port is { } port)
            ports.Add(port.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, value) in url.Options)
            switch (name)
            {
                case "host":
                    hosts.AddRange(value.Split(','));
                    break;
                case "port":
                    ports.AddRange(value.Split(','));
                    break;
                default:
                    PostgreSqlOptions.Set(builder, name, value);
                    break;
            }
        SetHosts(builder, hosts, ports);
        return builder.ConnectionString;
    }

    /// <summary>The URL of a connection string, with the password masked.</summary>
    public static string Describe(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var hosts = builder.Host ?? "";
        var isSocket = hosts.StartsWith('/');
        return new DatabaseUrl("postgresql")
        {
            User = builder.Username,
            Password = builder.Password is null ? null : "***",
            Host = isSocket ? null : hosts,
            Port =
                builder.Port == UsualPort || isSocket || hosts.Contains(',', StringComparison.Ordinal)
                    ? null
                    : builder.Port,
            Database = builder.Database ?? builder.Username ?? "",
            Options = [.. isSocket ? Socket(hosts, builder.Port) : []],
        }.ToString();
    }

    /// <summary>The connection string for a purpose.</summary>
    /// <remarks>
    /// Points in time that have no zone are UTC. Statements of a session are prepared when they run the second time. A connection of a run of
    /// migrations is its own, and idle for as long as another one works: it says from time to time that it lives. Its errors have the server's
    /// details, which name what stands in the way and may show values of rows; those of a session have none.
    /// </remarks>
    public static NpgsqlConnectionStringBuilder ForPurpose(string connectionString, ConnectionPurpose purpose)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Multiplexing = false };
        builder.Timezone ??= "UTC";
        if (purpose is not ConnectionPurpose.Session)
        {
            builder.Pooling = false;
            if (!builder.ShouldSerialize("Include Error Detail"))
                builder.IncludeErrorDetail = true;
            if (builder.KeepAlive == 0)
                builder.KeepAlive = 30;
            if (purpose is ConnectionPurpose.Migration && !builder.ShouldSerialize("Command Timeout"))
                builder.CommandTimeout = 0; // an index takes as long as it takes
        }
        else if (!builder.ShouldSerialize("Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = 100;
            builder.AutoPrepareMinUsages = 2;
        }
        return builder;
    }

    private static KeyValuePair<string, string>[] Socket(string folder, int port) =>
        port == UsualPort
            ? [new("host", folder)]
            : [new("host", folder), new("port", port.ToString(CultureInfo.InvariantCulture))];

    /// <summary>One host: its port is one of its own. Several: each carries its port, the last given one where it has none.</summary>
    private static void SetHosts(NpgsqlConnectionStringBuilder builder, List<string> hosts, List<string> ports)
    {
        var usual = Port(Environment.GetEnvironmentVariable("PGPORT")) ?? UsualPort;
        if (hosts.Count == 0)
            hosts.AddRange((Environment.GetEnvironmentVariable("PGHOST") ?? UsualHost(usual)).Split(','));
        if (ports.Count > 1 && ports.Count != hosts.Count)
            throw new DatabaseUrlException(
                "RT0329",
                $"The database URL has {hosts.Count} hosts and {ports.Count} ports.",
                "Write one port for all, or one for each: postgresql://user@/db?host=one,two&port=5432,5433"
            );
        if (hosts.Count == 1)
        {
            (builder.Host, var own) = Split(hosts[0]);
            builder.Port = own ?? PortAt(0);
        }
        else
            builder.Host = string.Join(',', hosts.Select((host, index) => WithPort(host, PortAt(index))));

        int PortAt(int index) =>
            ports.Count == 0
                ? usual
                : Port(ports[Math.Min(index, ports.Count - 1)])
                    ?? throw PostgreSqlOptions.Wrong("port", ports[0], "a number");
    }

    /// <summary>Where a server of this machine listens that was installed in the usual way.</summary>
    private static string UsualHost(int port) =>
        SocketFolders.FirstOrDefault(folder => File.Exists($"{folder}/.s.PGSQL.{port}")) ?? "localhost";

    private static string WithPort(string host, int port) =>
        host.StartsWith('/') || Split(host).Port is not null ? host : $"{host}:{port}";

    /// <summary><c>host:port</c>, <c>[::1]:port</c>, or only the first part; an address without brackets has no port.</summary>
    private static (string Host, int? Port) Split(string host)
    {
        if (host.StartsWith('/'))
            return (host, null);
        var colon = host.LastIndexOf(':');
        if (
            colon < 0
            || host.EndsWith(']')
            || (host[0] is not '[' && host.IndexOf(':', StringComparison.Ordinal) != colon)
        )
            return (host.Trim('[', ']'), null);
        return Port(host[(colon + 1)..]) is { } port
            ? (host[..colon].Trim('[', ']'), port)
            : throw PostgreSqlOptions.Wrong(
                "host",
                host,
                "a name or an address, with ':' and its port where it is another one"
            );
    }

    private static int? Port(string? text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0 ? port : null;
}
