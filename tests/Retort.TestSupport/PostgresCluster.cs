using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Retort.TestSupport;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary folder: the one that <c>test.sh</c> has started (<see cref="Variable"/>), else one
/// that begins with the first test that wants it and ends with the process.
/// </summary>
public static class PostgresCluster
{
    /// <summary>The environment variable with the URL of a server that runs already, without a database.</summary>
    public const string Variable = "RETORT_TEST_POSTGRESQL";

    private const string Superuser = "postgres";

    private static readonly Lazy<Server?> Running = new(Start);
    private static int _databases;

    /// <summary>Why there is no server; null: there is one.</summary>
    public static string? Missing =>
        Running.Value is null ? "There is no PostgreSQL server here (apt-get install postgresql)." : null;

    /// <summary>Where the server listens; tests that need none of its databases use it.</summary>
    public static (string Host, int Port) Address => (Required.Host, Required.Port);

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its name.</returns>
    public static string CreateDatabase()
    {
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        Sql($"CREATE DATABASE {name} TEMPLATE template0");
        return name;
    }

    /// <summary>Drops a database, whoever is connected to it: what copies the whole server has less to copy. One with a subscription stays as long as the server.</summary>
    public static void DropDatabase(string database)
    {
        if (
            Sql(
                    "SELECT count(*) FROM pg_subscription AS s JOIN pg_database AS d ON d.oid = s.subdbid WHERE d.datname = current_database()",
                    database
                )
                .Trim() == "0"
        )
            Sql($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }

    /// <summary>The URL of a database.</summary>
    public static string Url(string database) => $"postgresql://{Superuser}@{Required.Host}:{Required.Port}/{database}";

    /// <summary>Runs SQL with the server's own client.</summary>
    /// <returns>What it printed, without headers.</returns>
    public static string Sql(string sql, string database = "postgres") =>
        Run("psql", ["-XAtq", "-v", "ON_ERROR_STOP=1", "-c", sql], database);

    /// <summary>Runs a script as <c>psql -f</c> does: a statement at a time.</summary>
    public static void Script(string sql, string database)
    {
        using var folder = new TemporaryFolder();
        folder.Write("script.sql", sql);
        Run("psql", ["-Xq", "-v", "ON_ERROR_STOP=1", "-f", folder.PathOf("script.sql")], database);
    }

    /// <summary>What <c>pg_dump</c> prints of a database, without comments and what differs each time.</summary>
    /// <param name="database">The database.</param>
    /// <param name="options">What is dumped; the schema unless given.</param>
    public static string Dump(string database, params string[] options) =>
        string.Join(
            '\n',
            Run("pg_dump", ["--no-owner", .. options.Length == 0 ? ["--schema-only"] : options], database)
                .Split('\n')
                .Where(line =>
                    line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal) && !line.StartsWith('\\')
                )
        );

    private static Server Required => Running.Value ?? throw new InvalidOperationException(Missing);

    private static string Run(string program, string[] arguments, string database) =>
        Execute(
            Path.Combine(Binaries()!, program),
            ["-h", Required.Host, "-p", $"{Required.Port}", "-U", Superuser, "-d", database, .. arguments]
        );

    private static Server? Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url)
            return new Server(new Uri(url).Host, new Uri(url).Port);
        return Binaries() is null ? null : Start([]);
    }

    /// <summary>The port of a new server that follows this one and can only be read; it ends with the process.</summary>
    public static int StartStandby() => Start([$"{Required.Port}"]).Port;

    private static Server Start(string[] primary)
    {
        var folder = Directory.CreateTempSubdirectory("retort-pg-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo(
            Repository.PathOf("tests", "Retort.TestSupport", "postgres.sh"),
            [folder, $"{port}", $"{Environment.ProcessId}", .. primary]
        )
        {
            RedirectStandardOutput = true,
        };
        var server = Process.Start(start)!;
        return server.StandardOutput.ReadLine() is "ready"
            ? new Server("127.0.0.1", port)
            : throw new InvalidOperationException($"The server does not start; {folder} has its log.");
    }

    /// <summary>The newest server's programs; Debian keeps each version in a folder of its own.</summary>
    private static string? Binaries()
    {
        var versions = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(path => int.Parse(Path.GetFileName(path)))
            : Enumerable.Empty<string>();
        return versions
            .Select(version => Path.Combine(version, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Execute(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{Path.GetFileName(program)} failed: {output}{error.Result}");
    }

    private sealed record Server(string Host, int Port);
}
