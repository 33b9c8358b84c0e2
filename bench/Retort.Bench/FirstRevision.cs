using Retort.TestSupport;

namespace Retort.Bench;

/// <summary>
/// The first revision of many tables: generated from the models, written, compiled and applied to an empty PostgreSQL database, by whole
/// commands as a person types them. <c>schema.py</c> has the same models for Alembic.
/// </summary>
internal static class FirstRevision
{
    private const double Limit = 1;

    public static bool Run()
    {
        if ((PostgresCluster.Missing ?? SchemaPeer.Missing) is { } missing)
        {
            Console.WriteLine($"\nfirst revision: left out. {missing}");
            return true;
        }
        var folder = Directory.CreateTempSubdirectory("retort-bench-").FullName;
        try
        {
            var alembic = AlembicProject(Directory.CreateDirectory(Path.Combine(folder, "alembic")).FullName);
            var retort = RetortProject(folder);
            return Harness.Compare(
                $"first revision of {SchemaTables.Count:N0} tables: revision --autogenerate, upgrade head (PostgreSQL), whole processes",
                rounds: 5,
                warmUps: 1,
                alembic,
                retort
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Contestant AlembicProject(string folder)
    {
        Programs.Run(folder, "alembic", "init", "migrations");
        var environment = Path.Combine(folder, "migrations", "env.py");
        File.WriteAllText(
            environment,
            File.ReadAllText(environment)
                .Replace(
                    "target_metadata = None",
                    $"""
                    import os, sys
                    sys.path.insert(0, {Quoted(Path.GetDirectoryName(SchemaPeer.Script)!)})
                    from sqlalchemy import MetaData
                    from schema_tables import declare
                    target_metadata = MetaData()
                    for number in range({SchemaTables.Count}):
                        declare(target_metadata, number)
                    config.set_main_option("sqlalchemy.url", os.environ["RETORT_URL"])
                    """,
                    StringComparison.Ordinal
                )
        );
        return new Contestant("Alembic", () => Apply(arguments => Programs.Run(folder, "alembic", arguments)))
        {
            Prepare = () => Renew(Path.Combine(folder, "migrations", "versions")),
        };
    }

    private static Contestant RetortProject(string folder)
    {
        var tool = new PackedTool(folder, "Retort.PostgreSql");
        tool.Run("init");
        var tables = File.ReadAllText(Repository.PathOf("bench", "Retort.Bench", "SchemaTables.cs"));
        File.WriteAllText(
            Path.Combine(tool.Project, "SchemaTables.cs"),
            tables.Replace(
                "namespace Retort.Bench;",
                "using Retort;\nnamespace Retort.Bench;",
                StringComparison.Ordinal
            )
        );
        var environment = Path.Combine(tool.Project, "migrations", "Env.cs");
        File.WriteAllText(
            environment,
            File.ReadAllText(environment)
                .Replace(
                    "=> Tables.MetaData;",
                    "{ get; } = Retort.Bench.SchemaTables.Declare();",
                    StringComparison.Ordinal
                )
        );
        return new Contestant("Retort", () => Apply(arguments => tool.Run(arguments)), Limit)
        {
            Prepare = () => Renew(Path.Combine(tool.Project, "migrations", "versions")),
        };
    }

    /// <summary>An empty database, and no revision.</summary>
    private static void Renew(string versions)
    {
        foreach (var file in Directory.EnumerateFiles(versions))
            File.Delete(file);
        if (Environment.GetEnvironmentVariable("RETORT_URL") is { Length: > 0 } old)
            PostgresCluster.DropDatabase(new Uri(old).AbsolutePath.TrimStart('/'));
        Environment.SetEnvironmentVariable("RETORT_URL", PostgresCluster.Url(PostgresCluster.CreateDatabase()));
    }

    private static long Apply(Action<string[]> run)
    {
        run(["revision", "--autogenerate", "-m", "first"]);
        run(["upgrade", "head"]);
        var database = new Uri(Environment.GetEnvironmentVariable("RETORT_URL")!).AbsolutePath.TrimStart('/');
        return long.Parse(
            PostgresCluster.Sql(
                "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname LIKE 'table\\_%'",
                database
            ),
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    private static string Quoted(string path) => $"'{path}'";
}
