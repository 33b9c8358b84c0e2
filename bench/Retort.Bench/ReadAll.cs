using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using static Retort.Sql;

namespace Retort.Bench;

/// <summary>Reads 100,000 rows into a list of objects.</summary>
internal static class ReadAll
{
    public const int Rows = 100_000;

    public static bool Run()
    {
        using var file = new HeroFile();
        file.Fill(Rows);
        using var connection = file.Open();
        return Harness.Compare(
            $"read {Rows:N0} heroes (SQLite)",
            15,
            new Contestant("Microsoft.Data.Sqlite by hand", () => Sum(ByHand(connection))),
            new Contestant("Retort, untracked", () => Untracked(file), 1.15),
            new Contestant("Retort, tracked", () => Tracked(file), 2),
            new Contestant(
                "Dapper",
                () => Sum(connection.Query<PlainHero>($"SELECT {HeroFile.Columns} FROM hero").AsList())
            )
        );
    }

    public static PlainHero ReadByHand(SqliteDataReader reader) =>
        new()
        {
            Id = reader.GetGuid(0),
            Name = reader.GetString(1),
            SecretName = reader.GetString(2),
            Age = reader.IsDBNull(3) ? null : reader.GetInt32(3),
            CreatedAt = reader.GetDateTimeOffset(4),
            Powers = reader.IsDBNull(5) ? null : JsonSerializer.Deserialize<List<string>>(reader.GetString(5)),
        };

    private static List<PlainHero> ByHand(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {HeroFile.Columns} FROM hero";
        using var reader = command.ExecuteReader();
        var heroes = new List<PlainHero>();
        while (reader.Read())
            heroes.Add(ReadByHand(reader));
        return heroes;
    }

    private static long Untracked(HeroFile file)
    {
        using var session = new Session(file.Engine);
        return session.Exec(Select(Hero.Table).AsNoTracking()).ToList().Sum(Checksum.Of);
    }

    private static long Tracked(HeroFile file)
    {
        using var session = new Session(file.Engine);
        return session.Exec(Select(Hero.Table)).ToList().Sum(Checksum.Of);
    }

    private static long Sum(List<PlainHero> heroes) => heroes.Sum(Checksum.Of);
}
