using System.Text;
using FsCheck;
using FsCheck.Fluent;
using static Retort.Ddl;

namespace Retort.Sqlite.Tests;

/// <summary>What is written comes back as it was, and what others wrote is understood.</summary>
public sealed class ScalarTests : IDisposable
{
    private readonly TempDatabase _database = new();
    private readonly Connection _connection;

    public ScalarTests() => _connection = _database.Engine.Connect();

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    public static TheoryData<SqlType, object> Extremes =>
        new()
        {
            { Bool(), true },
            { Bool(), false },
            { SmallInt(), short.MinValue },
            { SmallInt(), short.MaxValue },
            { Integer(), int.MinValue },
            { Integer(), int.MaxValue },
            { BigInt(), long.MinValue },
            { BigInt(), long.MaxValue },
            { Real(), float.MinValue },
            { Real(), float.Epsilon },
            { Real(), float.PositiveInfinity },
            { DoublePrecision(), double.MaxValue },
            { DoublePrecision(), double.Epsilon },
            { DoublePrecision(), double.NegativeInfinity },
            { DoublePrecision(), 0.1 },
            { Numeric(18, 4), 0m },
            { Numeric(18, 4), 99999999999.9999m },
            { Numeric(18, 4), -0.0001m },
            { Numeric(18, 4), (decimal)long.MinValue },
            { Text(), "" },
            { Text(), "it's \"quoted\" \\ ; -- 100% 🦸 \r\n\t" },
            { Text(), "nul\0inside" },
            { Text(), "\0a" },
            { Text(), "\0" },
            { Text(), "\0\r\n" + new string('x', 509) },
            { Text(), "\0" + new string('é', 255) },
            { Text(), string.Concat(Enumerable.Repeat("line\r\n", 10000)) },
            { Uuid(), Guid.Empty },
            { Uuid(), new Guid("ffffffff-ffff-ffff-ffff-ffffffffffff") },
            { Timestamp(timeZone: true), DateTimeOffset.MinValue },
            { Timestamp(timeZone: true), new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, 999, TimeSpan.Zero) },
            { Date(), DateOnly.MinValue },
            { Date(), DateOnly.MaxValue },
            { Time(), TimeOnly.MinValue },
            { Time(), new TimeOnly(23, 59, 59, 999, 999) },
            { Blob(), Array.Empty<byte>() },
            { Blob(), new byte[] { 0, 255, 0 } },
        };

    [Theory]
    [MemberData(nameof(Extremes))]
    [Row("F1.extremes")]
    public void Extreme_values_come_back_as_parameters_and_as_literals(SqlType type, object value)
    {
        Assert.Equal(value, Stored(type, value));
        Assert.Equal(value, StoredAsLiteral(type, value));
    }

    [Fact]
    [Row("F1.scalars")]
    public void Any_value_comes_back_as_it_was()
    {
        Check<int>(Integer());
        Check<long>(BigInt());
        Check<Guid>(Uuid());
        Check(Text(), ArbMap.Default.ArbFor<string>().Generator.Where(text => text is not null && IsUnicode(text)));
        Check(DoublePrecision(), ArbMap.Default.ArbFor<double>().Generator.Where(number => !double.IsNaN(number)));
        Check(Numeric(15, 4), Gen.Choose(int.MinValue, int.MaxValue).Select(number => number / 10000m));
        Check(Blob(), ArbMap.Default.ArbFor<byte[]>().Generator.Where(bytes => bytes is not null));
        Check(
            Timestamp(timeZone: true),
            ArbMap
                .Default.ArbFor<DateTimeOffset>()
                .Generator.Select(time => new DateTimeOffset(time.UtcTicks / 10 * 10, TimeSpan.Zero))
        );
    }

    [Fact]
    [Row("F1.order")]
    public void Points_in_time_sort_as_text()
    {
        _connection.Execute("CREATE TABLE s (c TEXT)");
        var times = Gen.Sample(ArbMap.Default.ArbFor<DateTimeOffset>().Generator, 50, 50)
            .Select(time => new DateTimeOffset(time.UtcTicks / 10 * 10, TimeSpan.Zero))
            .ToList();
        foreach (var time in times)
            Write("s", Timestamp(timeZone: true), time);
        Assert.Equal(
            times.Order().Select(TypeMap.Text),
            _database.Rows("SELECT c FROM s ORDER BY c").Select(row => row[0])
        );
    }

    [Theory]
    [InlineData("'2026-01-01T00:00:00Z'", "2026-01-01 00:00:00.000000+00:00")]
    [InlineData("'2026-01-01'", "2026-01-01 00:00:00.000000+00:00")]
    [InlineData("'2026-01-01 12:34'", "2026-01-01 12:34:00.000000+00:00")]
    [InlineData("'2026-01-01 12:34:56.7'", "2026-01-01 12:34:56.700000+00:00")]
    [InlineData("'2026-01-01 00:30:00+02:00'", "2025-12-31 22:30:00.000000+00:00")]
    [InlineData("'2026-01-01t00:30:00.123456789-0130'", "2026-01-01 02:00:00.123456+00:00")]
    [InlineData("1767225600", "2026-01-01 00:00:00.000000+00:00")]
    [InlineData("julianday('2026-01-01 06:00')", "2026-01-01 06:00:00.000000+00:00")]
    [Row("F1.foreign-times")]
    public void Points_in_time_of_others_are_understood(string sql, string expected) =>
        Assert.Equal(expected, TypeMap.Text(Read(sql, row => row.GetDateTimeOffset(0))));

    [Fact]
    [Row("F1.foreign-values")]
    public void Values_in_other_storage_classes_are_understood()
    {
        var id = new Guid("0198a6d0-5b1c-7c3e-8f00-0123456789ab");
        Assert.Equal(id, Read($"X'{Convert.ToHexString(id.ToByteArray())}'", row => row.GetGuid(0)));
        Assert.Equal(id, Read($"'{id:N}'", row => row.GetGuid(0)));
        Assert.Equal(id, Read($"'{id.ToString().ToUpperInvariant()}'", row => row.GetGuid(0)));
        Assert.Equal(42, Read("'42'", row => row.GetInt32(0)));
        Assert.Equal(42L, Read("42.0", row => row.GetInt64(0)));
        Assert.True(Read("'True'", row => row.GetBoolean(0)));
        Assert.Equal(1.5m, Read("'1.50'", row => row.GetDecimal(0)));
        Assert.Equal(1e3, Read("'1e3'", row => row.GetDouble(0)));
        Assert.Equal("42", Read("42", row => row.GetString(0)));
        Assert.Equal([97, 98], Read("'ab'", row => row.GetBytes(0)));
        Assert.Equal(new TimeOnly(12, 30), Read("'12:30'", row => row.GetTimeOnly(0)));
        Assert.Equal(new DateOnly(2026, 1, 2), Read("'2026-01-02 23:00:00'", row => row.GetDateOnly(0)));
    }

    [Theory]
    [InlineData("'secret'", "text of 6 bytes")]
    [InlineData("1.5", "REAL")]
    [InlineData("3000000000", "INTEGER")]
    [InlineData("X'00'", "BLOB of 1 bytes")]
    [Row("F1.unreadable")]
    public void A_value_that_is_none_names_the_column_and_not_the_value(string sql, string stored)
    {
        var error = Assert.Throws<DatabaseException>(() => Read(sql, row => row.GetInt32(0)));
        Assert.Contains("'age'", error.Message, StringComparison.Ordinal);
        Assert.Contains(stored, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Throws<DatabaseException>(() => Read("'2026-13-01'", row => row.GetDateTimeOffset(0)));
    }

    [Fact]
    [Row("F1.refused-values")]
    public void A_value_that_would_come_back_as_another_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Stored(Numeric(18, 4), 12345678901234.5678m));
        Assert.Throws<ArgumentException>(() => Stored(DoublePrecision(), double.NaN));
        Assert.Throws<ArgumentException>(() => Stored(Text(), "🦸"[..1]));
        Assert.Throws<ArgumentException>(() => Stored(Text(), "a🦸" + "🦸"[1]));
        Assert.Throws<ArgumentException>(() => Stored(Text(), new string('x', 512) + '\0'));
        Assert.Throws<ArgumentException>(() => Stored(Text(), '\0' + new string('é', 256)));
        Assert.Throws<ArgumentException>(() => SqliteDialect.Instance.Types.Literal("🦸"[..1] + "x"));
        Assert.Throws<ArgumentException>(() => SqliteDialect.Instance.Types.Literal(0.1234567890123456m));
        Assert.Throws<NotSupportedException>(() => SqliteDialect.Instance.Types.Literal(ulong.MaxValue));
    }

    [Fact]
    [Row("F1.utf16")]
    public void A_database_in_UTF_16_is_read_too()
    {
        using var database = new TempDatabase();
        using (var raw = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database.File};Pooling=False"))
        {
            raw.Open();
            using var command = raw.CreateCommand();
            command.CommandText =
                "PRAGMA encoding = 'UTF-16le'; CREATE TABLE t (c TEXT); INSERT INTO t VALUES ('Größe 🦸')";
            command.ExecuteNonQuery();
        }
        using var connection = database.Engine.Connect();
        Assert.Equal("Größe 🦸", Read(connection, "SELECT c FROM t", row => row.GetString(0)));
    }

    private void Check<T>(SqlType type)
        where T : notnull => Check(type, ArbMap.Default.ArbFor<T>().Generator);

    private void Check<T>(SqlType type, Gen<T> values)
        where T : notnull =>
        Prop.ForAll(values.ToArbitrary(), value => Assert.Equal((object)value, Stored(type, value)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>Text that UTF-8 can hold: no half of a surrogate pair.</summary>
    private static bool IsUnicode(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;

    private object Stored(SqlType type, object value)
    {
        Create(type);
        Write("t", type, value);
        return Read(_connection, "SELECT c FROM t", row => type.Read(row, 0));
    }

    private object StoredAsLiteral(SqlType type, object value)
    {
        Create(type);
        _connection.Execute($"INSERT INTO t VALUES ({SqliteDialect.Instance.Types.Literal(value)})");
        return Read(_connection, "SELECT c FROM t", row => type.Read(row, 0));
    }

    private void Create(SqlType type)
    {
        _connection.Execute("DROP TABLE IF EXISTS t");
        _connection.Execute(SqliteDialect.Instance.Ddl.Compile(new CreateTable(new Table("t", [Column("c", type)]))));
    }

    private void Write(string table, SqlType type, object value)
    {
        using var command = _connection.DbConnection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES (@p0)";
        type.Bind(SqliteDialect.Instance.NewParameterWriter(command), value);
        command.ExecuteNonQuery();
    }

    private T Read<T>(string sql, Func<Row, T> read) => Read(_connection, $"SELECT {sql} AS age", read);

    private static T Read<T>(Connection connection, string sql, Func<Row, T> read)
    {
        using var command = connection.DbConnection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return read(SqliteDialect.Instance.NewRow(reader, null));
    }
}
