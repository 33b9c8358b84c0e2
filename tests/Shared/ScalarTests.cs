using System.Net;
using Retort;
using static Retort.Sql;

namespace Shared;

/// <summary>Every scalar on one database, exactly: largest and smallest values, empty texts, all of Unicode, nulls.</summary>
public abstract class ScalarTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MetaData Models { get; } = new(Scalars.Table);

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    public static TheoryData<string> Rows() => [.. Samples.Keys];

    private static Dictionary<string, Func<Scalars>> Samples { get; } =
        new()
        {
            ["zero"] = () => Times(new()),
            ["largest"] = () =>
                Times(
                    new()
                    {
                        Bool = true,
                        Byte = byte.MaxValue,
                        SByte = sbyte.MaxValue,
                        Short = short.MaxValue,
                        UShort = ushort.MaxValue,
                        Int = int.MaxValue,
                        UInt = uint.MaxValue,
                        Long = long.MaxValue,
                        ULong = ulong.MaxValue,
                        Float = float.MaxValue,
                        Double = double.MaxValue,
                        Decimal = 9999999999.99999m,
                        Char = 'ß',
                        String = "日本 \u0001 'quoted' \"twice\" \\ % _ \r\n\t 😀",
                        Guid = Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                        DateOnly = new(9999, 12, 31),
                        TimeOnly = new(23, 59, 59, 999, 999),
                        TimeSpan = new(9999, 23, 59, 59, 999, 999),
                        Bytes = [0, 255, 39, 92],
                        Uri = new("https://example.org/a?b=c%20d#é"),
                        Version = new(1, 2, 3, 4),
                        Address = IPAddress.Parse("2001:db8::1"),
                        Mood = Mood.Happy,
                        MoodNumber = Mood.Happy,
                        MoodType = Mood.Fine,
                        Powers = Powers.Flight | Powers.Sight,
                        Degrees = new(359.999),
                    }
                ),
            ["smallest"] = () =>
                Times(
                    new()
                    {
                        SByte = sbyte.MinValue,
                        Short = short.MinValue,
                        Int = int.MinValue,
                        Long = long.MinValue,
                        Float = float.MinValue,
                        Double = double.Epsilon,
                        Decimal = -9999999999.99999m,
                        DateOnly = new(1, 1, 1),
                        TimeSpan = new TimeSpan(-1, 2, 3, 4, 5, 6),
                        Degrees = new(-273.15),
                    }
                ),
            ["nullable"] = () =>
                Times(
                    new()
                    {
                        BoolOrNull = false,
                        ByteOrNull = 0,
                        UShortOrNull = 1,
                        ULongOrNull = 0,
                        CharOrNull = ' ',
                        StringOrNull = "",
                        TimeSpanOrNull = TimeSpan.Zero,
                        UriOrNull = new("relative", UriKind.Relative),
                        VersionOrNull = new(0, 0),
                        AddressOrNull = IPAddress.Any,
                        MoodOrNull = Mood.Fine,
                        MoodTypeOrNull = Mood.Sad,
                        DegreesOrNull = new(0),
                    }
                ),
        };

    [Theory, MemberData(nameof(Rows))]
    [Row("A2.scalars")]
    public async Task A_row_is_read_back_as_it_was(string name)
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        var expected = Samples[name]();
        await using (var session = new Session(Engine))
        {
            session.Add(expected);
            await session.CommitAsync(Cancellation);
        }

        await using var other = new Session(Engine);
        var read = await other.GetAsync<Scalars>(expected.Id, Cancellation);

        Assert.All(
            typeof(Scalars).GetProperties().Where(property => property.GetMethod is { IsStatic: false }),
            property => Assert.Equal(property.GetValue(expected), property.GetValue(read))
        );
    }

    [Fact]
    [Row("A2.changed")]
    public async Task A_converted_value_that_is_changed_is_written()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        var row = Samples["nullable"]();
        session.Add(row);
        await session.CommitAsync(Cancellation);
        (row.Mood, row.MoodOrNull, row.Address, row.UriOrNull) = (Mood.Fine, null, IPAddress.Broadcast, null);
        await session.CommitAsync(Cancellation);

        await using var other = new Session(Engine);
        var read = await other.GetAsync<Scalars>(row.Id, Cancellation);
        Assert.Equal(
            (Mood.Fine, null, IPAddress.Broadcast, null),
            (read!.Mood, read.MoodOrNull, read.Address, read.UriOrNull)
        );
    }

    [Fact]
    [Row("A2.compared")]
    public async Task A_converted_column_is_compared_with_values_of_the_model()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        session.Add(Samples["largest"]());
        session.Add(Samples["zero"]());
        await session.CommitAsync(Cancellation);

        Assert.Single(
            await session.Exec(Select(Scalars.Table).Where(row => row.Mood == Mood.Happy)).ToListAsync(Cancellation)
        );
        Assert.Single(
            await session.Exec(Select(Scalars.Table).Where(row => row.MoodType == Mood.Fine)).ToListAsync(Cancellation)
        );
        Assert.Single(
            await session.Exec(Select(Scalars.Table).Where(row => row.MoodNumber > Mood.Fine)).ToListAsync(Cancellation)
        );
        Assert.Single(
            await session.Exec(Select(Scalars.Table).Where(row => row.ULong > 5UL)).ToListAsync(Cancellation)
        );
        Assert.Equal(
            2,
            (
                await session.Exec(Select(Scalars.Table).Where(row => row.MoodOrNull == null)).ToListAsync(Cancellation)
            ).Count
        );
    }

    private static Scalars Times(Scalars row)
    {
        row.DateTime = new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        row.DateTimeOffset = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 7, 8, TimeSpan.Zero);
        return row;
    }
}
