using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.Bench;

/// <summary>
/// A revision that SQLite's ALTER TABLE cannot make, on a table of many rows: the whole upgrade, with version table, lock, counted rows and
/// checked foreign keys, against the INSERT … SELECT that copies the rows.
/// </summary>
internal static class RebuildTable
{
    private const int Rows = 1_000_000;
    private const double Limit = 1.2;

    public static bool Run()
    {
        var folder = Directory.CreateTempSubdirectory("retort-bench-").FullName;
        try
        {
            var filled = Path.Combine(folder, "filled.db");
            Fill(filled);
            var (plain, rebuilt) = (Path.Combine(folder, "plain.db"), Path.Combine(folder, "rebuilt.db"));
            return Harness.Compare(
                $"rebuild {Rows:N0} rows (SQLite)",
                rounds: 9,
                warmUps: 1,
                new Contestant("INSERT … SELECT", () => Copy(plain)) { Prepare = () => Renew(filled, plain) },
                new Contestant("Retort, the whole upgrade", () => Upgrade(rebuilt), Limit)
                {
                    Prepare = () => Renew(filled, rebuilt),
                }
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Fill(string file)
    {
        using var engine = Engine.Create($"sqlite:///{file}");
        engine.CreateAll(
            new MetaData(
                new Table(
                    "hero",
                    Column("id", Integer(), nullable: false),
                    Column("name", Text()),
                    Column("age", Integer()),
                    Column("score", DoublePrecision()),
                    Column("created_at", Text()),
                    PrimaryKey("id")
                )
            )
        );
        using var connection = engine.Connect(ConnectionPurpose.Migration);
        connection.Execute(
            $"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
            INSERT INTO hero SELECT i, 'hero number ' || i, i % 90, i * 0.5, '2026-11-21 10:00:00' FROM n
            """
        );
    }

    /// <summary>A file of its own for each run, wholly in the file: no log of writes is left to be caught up with.</summary>
    private static void Renew(string filled, string file)
    {
        foreach (var old in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
            File.Delete(old);
        File.Copy(filled, file);
    }

    private static long Copy(string file)
    {
        using var engine = Engine.Create($"sqlite:///{file}");
        using var connection = engine.Connect(ConnectionPurpose.Migration);
        connection.Execute(
            "CREATE TABLE copy (id INTEGER NOT NULL, name TEXT NOT NULL, age INTEGER, score REAL, created_at TEXT, CONSTRAINT pk_copy PRIMARY KEY (id))"
        );
        connection.Execute("INSERT INTO copy SELECT * FROM hero");
        return connection.Scalar<long>(new CompiledSql("SELECT count(*) FROM copy", []));
    }

    private static long Upgrade(string file)
    {
        using var engine = Engine.Create($"sqlite:///{file}");
        var revision = new CompiledRevision("a1", "hash", () => new NameIsRequired());
        new MigrationRunner(engine, new RevisionSet([revision]), new MigrationOptions())
            .UpgradeAsync(["head"])
            .GetAwaiter()
            .GetResult();
        using var connection = engine.Connect(ConnectionPurpose.Migration);
        return connection.Scalar<long>(new CompiledSql("SELECT count(*) FROM hero", []));
    }

    private sealed class NameIsRequired : Migration
    {
        public override void Upgrade(Operations op) => op.AlterColumn("hero", "name", nullable: false);
    }
}
