using System.Net;
using Retort;
using static Retort.Sql;

namespace Shared;

/// <summary>Types that only PostgreSQL has, arrays, and times on any clock: used in the same way on every database.</summary>
public abstract class SpecialTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MetaData Models { get; } = new(Special.Table);

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    private static Special Full() =>
        new()
        {
            Address = IPAddress.Parse("2001:db8::1"),
            Network = IPNetwork.Parse("2001:db8::/32"),
            MoreNumbers = new(null, long.MaxValue),
            Prices = SqlRange.Empty<decimal>(),
            Times = new(
                new DateTimeOffset(2026, 2, 3, 4, 5, 6, 7, 8, TimeSpan.Zero),
                new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
                LowerIncluded: false,
                UpperIncluded: true
            ),
            ClockOrNull = new DateTime(2026, 12, 31, 23, 59, 59, 999, 999),
            Marks = [int.MinValue, 0, int.MaxValue],
            Words = ["", "a,b", "{\"quoted\"}", null, "NULL", "\\", "日本"],
            Codes = ["x"],
            Moments = [new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero)],
            Ids = [Guid.Empty],
            Bits = "1111",
            Document = "'cat':1 'dog':2",
            AddressText = "10.0.0.0/8",
            Plain = [1, 2],
            Markup = "<a>b</a>",
        };

    [Theory, InlineData(false), InlineData(true)]
    [Row("A2.special")]
    [Row("A8.arrays")]
    public async Task A_row_is_read_back_as_it_was(bool full)
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        var expected = full ? Full() : new();
        await using (var session = new Session(Engine))
        {
            session.Add(expected);
            await session.CommitAsync(Cancellation);
        }

        await using var other = new Session(Engine);
        var read = await other.GetAsync<Special>(expected.Id, Cancellation);

        Assert.All(
            typeof(Special).GetProperties().Where(property => property.GetMethod is { IsStatic: false }),
            property => Assert.Equal(property.GetValue(expected), property.GetValue(read))
        );
    }

    [Fact]
    [Row("A8.arrays")]
    public async Task A_change_within_an_array_is_written()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        var row = Full();
        session.Add(row);
        await session.CommitAsync(Cancellation);
        row.Marks.Add(7);
        row.Words[0] = null;
        row.Codes = null;
        row.Numbers = new(5, 6);
        await session.CommitAsync(Cancellation);

        await using var other = new Session(Engine);
        var read = await other.GetAsync<Special>(row.Id, Cancellation);
        Assert.Equal(row.Marks, read!.Marks);
        Assert.Equal(row.Words, read.Words);
        Assert.Equal((null, row.Numbers), (read.Codes, read.Numbers));
    }

    [Fact]
    [Row("A2.special")]
    [Row("A8.arrays")]
    public async Task Columns_are_compared_with_values_of_the_model()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        session.Add(Full());
        session.Add(new Special());
        await session.CommitAsync(Cancellation);
        var address = IPAddress.Parse("2001:db8::1");
        List<int> marks = [int.MinValue, 0, int.MaxValue];
        Query<Special, Special.Columns>[] queries =
        [
            Select(Special.Table).Where(row => row.Address == address),
            Select(Special.Table).Where(row => row.Marks == marks),
            Select(Special.Table).Where(row => row.Prices == SqlRange.Empty<decimal>()),
            Select(Special.Table)
                .Where(row => row.Clock == new DateTime(2026, 2, 3, 4, 5, 6) && row.ClockOrNull != null),
            Select(Special.Table).Where(row => row.Bits > "0101"),
        ];

        foreach (var query in queries)
            Assert.Single(await session.Exec(query).ToListAsync(Cancellation));
    }

    [Fact]
    [Row("A2.naive")]
    public async Task A_point_in_time_is_no_time_on_any_clock()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        session.Add(new Special { Clock = DateTime.UtcNow });

        var error = await Assert.ThrowsAsync<ArgumentException>(() => session.CommitAsync(Cancellation));

        Assert.Contains("SpecifyKind", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("A8.reflected")]
    public async Task The_columns_are_read_back_as_they_were_declared()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var connection = await Engine.ConnectAsync(Cancellation);

        var reflected = (await connection.Inspector.ReadAsync(cancellationToken: Cancellation)).Find("special")!;

        Assert.All(
            Special.Table.Columns,
            column =>
                Assert.True(
                    Engine.Dialect.Norms.SameType(column, reflected.FindColumn(column.Name)!),
                    column.ToString()
                )
        );
    }
}
