using System.Text.Json;
using Dapper;
using Npgsql;
using Retort.TestSupport;
using static Retort.Sql;

namespace Retort.Bench;

/// <summary>Reads 100,000 rows of a private PostgreSQL server into a list of objects.</summary>
internal static class ReadAllPostgreSql
{
    private const string Query = $"SELECT {HeroFile.Columns} FROM hero";

    public static bool Run()
    {
        if (PostgresCluster.Missing is { } missing)
        {
            Console.WriteLine($"\nread from PostgreSQL: left out. {missing}");
            return true;
        }
        using var engine = Engine.Create(PostgresCluster.Url(PostgresCluster.CreateDatabase()));
        engine.CreateAll(Tables.MetaData);
        Fill(engine);
        using var connection = (NpgsqlConnection)engine.Connect().DbConnection;
        return Harness.Compare(
            $"read {ReadAll.Rows:N0} heroes (PostgreSQL)",
            15,
            new Contestant("Npgsql by hand", () => ByHand(connection).Sum(Checksum.Of)),
            new Contestant("Retort, untracked", () => Untracked(engine), 1.1),
            new Contestant("Retort, tracked", () => Tracked(engine)),
            new Contestant("Dapper", () => connection.Query<PlainHero>(Query).AsList().Sum(Checksum.Of))
        );
    }

    private static void Fill(Engine engine)
    {
        using var session = new Session(engine);
        session.AddAll(Enumerable.Range(0, ReadAll.Rows).Select(HeroFile.NewHero));
        session.Commit();
    }

    private static List<PlainHero> ByHand(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Query, connection);
        using var reader = command.ExecuteReader();
        var heroes = new List<PlainHero>();
        while (reader.Read())
            heroes.Add(
                new()
                {
                    Id = reader.GetGuid(0),
                    Name = reader.GetString(1),
                    SecretName = reader.GetString(2),
                    Age = reader.IsDBNull(3) ? null : reader.GetInt32(3),
                    CreatedAt = reader.GetFieldValue<DateTimeOffset>(4),
                    Powers = reader.IsDBNull(5) ? null : JsonSerializer.Deserialize<List<string>>(reader.GetString(5)),
                }
            );
        return heroes;
    }

    private static long Untracked(Engine engine)
    {
        using var session = new Session(engine);
        return session.Exec(Select(Hero.Table).AsNoTracking()).ToList().Sum(Checksum.Of);
    }

    private static long Tracked(Engine engine)
    {
        using var session = new Session(engine);
        return session.Exec(Select(Hero.Table)).ToList().Sum(Checksum.Of);
    }
}
