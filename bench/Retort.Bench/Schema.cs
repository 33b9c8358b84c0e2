using Retort.TestSupport;

namespace Retort.Bench;

/// <summary>Reads the schema of many PostgreSQL tables, and compares it with the same tables as they are declared.</summary>
internal static class Schema
{
    private const int MostQueries = 8;
    private const double CheckLimit = 0.1;

    public static bool Run()
    {
        if ((PostgresCluster.Missing ?? SchemaPeer.Missing) is { } missing)
        {
            Console.WriteLine($"\nschema: left out. {missing}");
            return true;
        }
        var database = PostgresCluster.CreateDatabase();
        var url = PostgresCluster.Url(database);
        Fill(url);
        // Autovacuum would have done it, and is off in this cluster.
        PostgresCluster.Sql("VACUUM ANALYZE", database);
        Console.WriteLine($"\n{PostgresCluster.Sql("SELECT version()").Trim()}\n{SchemaPeer.Versions()}");
        return CountQueries(url) & Reflect(url) & Check(url);
    }

    private static void Fill(string url)
    {
        using var engine = Engine.Create(url);
        engine.CreateAll(SchemaTables.Declare());
    }

    private static bool CountQueries(string url)
    {
        using var count = new StatementCount();
        using var engine = Engine.Create(url, options: new EngineOptions { LoggerFactory = count });
        using var connection = engine.Connect();
        Read(connection);
        var held = count.Value <= MostQueries;
        Console.WriteLine(
            $"\nqueries to reflect {SchemaTables.Count:N0} tables: {count.Value}   to reach {MostQueries}: {(held ? "yes" : "NO")}"
        );
        return held;
    }

    private static bool Reflect(string url)
    {
        using var engine = Engine.Create(url);
        using var connection = engine.Connect();
        using var peer = new SchemaPeer.Reflection(url);
        return Harness.Compare(
            $"reflect {SchemaTables.Count:N0} tables (PostgreSQL)",
            rounds: 7,
            warmUps: 2,
            new Contestant("SQLAlchemy", peer.Run),
            new Contestant("Retort", () => Read(connection))
        );
    }

    private static bool Check(string url) =>
        Harness.Compare(
            $"check {SchemaTables.Count:N0} unchanged tables (PostgreSQL), whole processes",
            rounds: 7,
            warmUps: 1,
            new Contestant("Alembic", () => SchemaPeer.Check(url).Length),
            new Contestant("Retort", () => CheckProcess(url).Length, CheckLimit)
        );

    private static long Read(Connection connection) =>
        SchemaTables.Size(connection.Inspector.ReadAsync().AsTask().GetAwaiter().GetResult());

    /// <summary>With the settings of the tool's own runtime.</summary>
    private static string CheckProcess(string url)
    {
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        return Programs.Run("/", Path.Combine(AppContext.BaseDirectory, "Retort.Bench"), SchemaCheck.Verb, url);
    }
}
