using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Retort.Bench;

/// <summary>Inserts 10,000 rows in one transaction into a table that was empty.</summary>
internal static class InsertMany
{
    private const int Rows = 10_000;
    private const string Sql =
        $"INSERT INTO hero ({HeroFile.Columns}) VALUES (@Id, @Name, @SecretName, @Age, @CreatedAt, @Powers)";

    public static bool Run()
    {
        using var file = new HeroFile();
        using var connection = file.Open();
        return Harness.Compare(
            $"insert {Rows:N0} heroes (SQLite), emptying the table before",
            9,
            new Contestant("Microsoft.Data.Sqlite, row by row", () => ByHand(connection)),
            new Contestant("Retort, AddAll and Commit", () => BySession(file)),
            new Contestant("Dapper", () => ByDapper(connection))
        );
    }

    private static IEnumerable<Hero> Heroes() => Enumerable.Range(0, Rows).Select(HeroFile.NewHero);

    private static long ByHand(SqliteConnection connection)
    {
        connection.Execute("DELETE FROM hero");
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        var names = new[] { "@Id", "@Name", "@SecretName", "@Age", "@CreatedAt", "@Powers" };
        var parameters = names.Select(name => command.Parameters.Add(new SqliteParameter(name, null))).ToArray();
        long rows = 0;
        foreach (var hero in Heroes())
        {
            parameters[0].Value = hero.Id.ToString();
            parameters[1].Value = hero.Name;
            parameters[2].Value = hero.SecretName;
            parameters[3].Value = (object?)hero.Age ?? DBNull.Value;
            parameters[4].Value = TypeMap.Text(hero.CreatedAt);
            parameters[5].Value = hero.Powers is null ? DBNull.Value : JsonSerializer.Serialize(hero.Powers);
            rows += command.ExecuteNonQuery();
        }
        transaction.Commit();
        return rows;
    }

    private static long ByDapper(SqliteConnection connection)
    {
        connection.Execute("DELETE FROM hero");
        using var transaction = connection.BeginTransaction();
        var rows = connection.Execute(Sql, Heroes(), transaction);
        transaction.Commit();
        return rows;
    }

    private static long BySession(HeroFile file)
    {
        using var session = new Session(file.Engine);
        session.Exec(Delete());
        session.AddAll(Heroes());
        session.Commit();
        return Rows;
    }

    private static Delete<Hero.Columns> Delete() => Retort.Sql.Delete(Hero.Table);
}
