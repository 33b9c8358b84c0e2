using Dapper;
using Microsoft.Data.Sqlite;

namespace Retort.Bench;

/// <summary>Gets 20,000 distinct rows, each by its key: in one session, and with a session each.</summary>
internal static class GetByKey
{
    private const int Rows = 100_000;
    private const int Gets = 20_000;
    private const string ByKey = $"SELECT {HeroFile.Columns} FROM hero WHERE id = @id";

    public static bool Run()
    {
        using var file = new HeroFile();
        var ids = file.Fill(Rows);
        var keys = Enumerable.Range(0, Gets).Select(i => ids[i * 7919 % Rows]).ToArray();
        using var connection = file.Open();
        var one = Harness.Compare(
            $"get {Gets:N0} heroes by key (SQLite), one connection",
            9,
            new Contestant(
                "Microsoft.Data.Sqlite, new command",
                () => keys.Sum(key => Checksum.Of(ByHand(connection, key)))
            ),
            new Contestant("Retort, one session", () => OneSession(file, keys), 1.3),
            new Contestant("Dapper", () => keys.Sum(key => Checksum.Of(ByDapper(connection, key))))
        );
        var each = Harness.Compare(
            $"get {Gets:N0} heroes by key (SQLite), a connection each",
            9,
            new Contestant(
                "Microsoft.Data.Sqlite, new command",
                () => keys.Sum(key => Fresh(file, opened => ByHand(opened, key)))
            ),
            new Contestant("Retort, a session each", () => keys.Sum(key => SessionEach(file, key)), 1.3),
            new Contestant("Dapper", () => keys.Sum(key => Fresh(file, opened => ByDapper(opened, key))))
        );
        return one && each;
    }

    private static PlainHero ByHand(SqliteConnection connection, Guid key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = ByKey;
        command.Parameters.AddWithValue("@id", key.ToString());
        using var reader = command.ExecuteReader();
        reader.Read();
        return ReadAll.ReadByHand(reader);
    }

    private static PlainHero ByDapper(SqliteConnection connection, Guid key) =>
        connection.QueryFirst<PlainHero>(ByKey, new { id = key.ToString() });

    private static long Fresh(HeroFile file, Func<SqliteConnection, PlainHero> get)
    {
        using var connection = file.Open();
        return Checksum.Of(get(connection));
    }

    private static long OneSession(HeroFile file, Guid[] keys)
    {
        using var session = new Session(file.Engine);
        return keys.Sum(key => Checksum.Of(session.Get<Hero>(key)!));
    }

    private static long SessionEach(HeroFile file, Guid key)
    {
        using var session = new Session(file.Engine);
        return Checksum.Of(session.Get<Hero>(key)!);
    }
}
