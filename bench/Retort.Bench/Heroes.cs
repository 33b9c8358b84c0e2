using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Retort.Bench;

/// <summary>The model that Retort reads and writes.</summary>
[Table]
public partial class Hero
{
    [Key]
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public required string SecretName { get; set; }

    public int? Age { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public List<string>? Powers { get; set; }
}

/// <summary>The same object for those who read by hand or by Dapper.</summary>
public sealed class PlainHero
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public string SecretName { get; set; } = "";

    public int? Age { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public List<string>? Powers { get; set; }
}

/// <summary>Checksums over every column, so that nobody can leave one out.</summary>
internal static class Checksum
{
    public static long Of(Hero h) => Of(h.Id, h.Name, h.SecretName, h.Age, h.CreatedAt, h.Powers);

    public static long Of(PlainHero h) => Of(h.Id, h.Name, h.SecretName, h.Age, h.CreatedAt, h.Powers);

    private static long Of(
        Guid id,
        string name,
        string secret,
        int? age,
        DateTimeOffset created,
        List<string>? powers
    ) =>
        id.Variant
        + id.Version
        + name.Length
        + secret[^1]
        + (age ?? 7)
        + created.Ticks % 1_000_003
        + (powers?.Count ?? 3)
        + (powers is [.., var last] ? last[0] : 0);
}

/// <summary>What Dapper must be told to read these columns.</summary>
internal static class DapperTypes
{
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.AddTypeHandler(new GuidHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new ListHandler());
    }

    private sealed class GuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => value is Guid id ? id : Guid.Parse((string)value);

        public override void SetValue(System.Data.IDbDataParameter parameter, Guid value) =>
            parameter.Value = value.ToString();
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) =>
            value is DateTime time
                ? time
                : DateTimeOffset.Parse((string)value, System.Globalization.CultureInfo.InvariantCulture);

        public override void SetValue(System.Data.IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = TypeMap.Text(value);
    }

    private sealed class ListHandler : SqlMapper.TypeHandler<List<string>>
    {
        public override List<string>? Parse(object value) => JsonSerializer.Deserialize<List<string>>((string)value);

        public override void SetValue(System.Data.IDbDataParameter parameter, List<string>? value) =>
            parameter.Value = (object?)JsonSerializer.Serialize(value) ?? DBNull.Value;
    }
}

/// <summary>A database file with so many heroes.</summary>
internal sealed class HeroFile : IDisposable
{
    public const string Columns = "id, name, secret_name, age, created_at, powers";
    private readonly string _folder = Directory.CreateTempSubdirectory("retort-bench-").FullName;

    public HeroFile()
    {
        Engine = Engine.Create(new DatabaseUrl("sqlite") { Database = Path.Combine(_folder, "heroes.db") }.ToString());
        Engine.CreateAll(Tables.MetaData);
        ConnectionString = $"Data Source={Path.Combine(_folder, "heroes.db")};Foreign Keys=True";
    }

    public Engine Engine { get; }

    public string ConnectionString { get; }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public static Hero NewHero(int i) =>
        new()
        {
            Name = $"Hero {i}",
            SecretName = $"Secret {i * 7919L}",
            Age = i % 5 == 0 ? null : i % 90,
            CreatedAt = DateTimeOffset.UnixEpoch.AddMilliseconds(i * 977L),
            Powers = i % 4 == 0 ? null : ["flight", $"power {i % 13}"],
        };

    public IReadOnlyList<Guid> Fill(int count)
    {
        var heroes = Enumerable.Range(0, count).Select(NewHero).ToList();
        using var session = new Session(Engine);
        session.AddAll(heroes);
        session.Commit();
        return [.. heroes.Select(hero => hero.Id)];
    }

    public void Dispose()
    {
        Engine.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
