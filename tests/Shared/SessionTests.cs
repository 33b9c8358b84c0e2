using Retort;
using static Retort.Sql;

namespace Shared;

/// <summary>A session on one database: what is written, what is refused, and what is left when something fails.</summary>
public abstract class SessionTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MetaData Models { get; } = new(Squad.Table, Member.Table, HostileOrder.Table);

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    [Fact]
    [Row("C2.every-database")]
    public async Task Tables_are_created_in_order_left_as_they_are_and_dropped()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await SaveAsync(new Squad { Name = "kept" });
        Engine.CreateAll(Models);
        Assert.Equal(1, await CountAsync());
        await Engine.DropAllAsync(Models, Cancellation);
        await using var connection = await Engine.ConnectAsync(Cancellation);
        Assert.Empty((await connection.Inspector.ReadAsync(cancellationToken: Cancellation)).Tables);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Row("C3.every-database")]
    public async Task What_the_database_fills_in_is_read_back(bool synchronous)
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        var squad = new Squad { Name = "Preventers" };
        session.Add(squad);
        await CommitAsync(session, synchronous);
        var member = new Member
        {
            Name = "Deadpond",
            SquadId = squad.Id,
            Powers = ["flight"],
            Data = new() { ["suit"] = "red", ["humor"] = 10 },
        };
        session.Add(member);
        await CommitAsync(session, synchronous);
        Assert.Equal(1, squad.Id);
        Assert.InRange(member.CreatedAt, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));

        await using var other = new Session(Engine);
        var read = synchronous
            ? other.Get<Member>(member.Id)!
            : (await other.GetAsync<Member>(member.Id, Cancellation))!;
        Assert.Equal((member.CreatedAt, squad.Id), (read.CreatedAt, read.SquadId));
        Assert.Equal(10, (int)read.Data!["humor"]!);
        read.Powers!.Add("sight");
        await CommitAsync(other, synchronous);
        Assert.Equal(
            ["flight", "sight"],
            (await new Session(Engine).GetAsync<Member>(member.Id, Cancellation))!.Powers
        );
    }

    [Fact]
    [Row("C7.every-database")]
    public async Task A_violation_says_which_rule_table_and_columns()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await SaveAsync(new Squad { Name = "A" });
        var unique = await RefusedAsync(new Squad { Name = "A" });
        Assert.Equal((ConstraintKind.Unique, "squad"), (unique.Kind, unique.Table));
        Assert.Equal(["name"], unique.Columns);
        var missing = await RefusedAsync(new Squad { Name = null! });
        Assert.Equal((ConstraintKind.NotNull, "squad"), (missing.Kind, missing.Table));
        Assert.Equal(["name"], missing.Columns);
        Assert.Equal(ConstraintKind.ForeignKey, (await RefusedAsync(new Member { Name = "B", SquadId = 7 })).Kind);
        var check = await RefusedAsync(new Member { Name = "C", Age = -1 });
        Assert.Equal((ConstraintKind.Check, "member_age"), (check.Kind, check.Constraint));
    }

    [Fact]
    [Row("C7.every-database")]
    public async Task What_failed_can_be_corrected_and_what_was_flushed_before_stays()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await SaveAsync(new Squad { Name = "A" });
        await using var session = new Session(Engine);
        session.Add(new Member { Name = "kept" });
        await session.FlushAsync(Cancellation);
        var squad = new Squad { Name = "A" };
        session.Add(squad);
        await Assert.ThrowsAsync<ConstraintViolationException>(() => session.FlushAsync(Cancellation));
        Assert.Equal(0, squad.Id);
        squad.Name = "B";
        await session.CommitAsync(Cancellation);
        Assert.Equal(2, await CountAsync());
        Assert.Single(await new Session(Engine).Exec(Select(Member.Table)).ToListAsync(Cancellation));
    }

    [Fact]
    [Row("C7.every-database")]
    public async Task After_a_query_that_fails_a_session_goes_on_or_says_to_roll_back()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await using var session = new Session(Engine);
        session.Add(new Squad { Name = "A" });
        await session.FlushAsync(Cancellation);
        await Assert.ThrowsAsync<DatabaseException>(() =>
            session.Exec(Select(Scalars.Table)).ToListAsync(Cancellation)
        );
        if (Engine.Dialect.Syntax.FailureAbortsTransaction)
        {
            var error = await Assert.ThrowsAsync<DatabaseException>(() => session.CommitAsync(Cancellation));
            Assert.Contains("RollbackAsync", error.Hint, StringComparison.Ordinal);
            await session.RollbackAsync(Cancellation);
            session.Add(new Squad { Name = "A" });
        }
        await session.CommitAsync(Cancellation);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    [Row("D10.hostile")]
    public async Task Names_and_values_of_any_text_stay_names_and_values()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        string[] hostile =
        [
            "'; DROP TABLE \"Order\"; --",
            "\"",
            "$1",
            "@p0",
            "\\'",
            "E'\\''",
            "?",
            "%s",
            "{0}",
            "\u2019",
        ];
        foreach (var text in hostile)
            await SaveAsync(new HostileOrder { Select = text, Quote = text });
        await using var session = new Session(Engine);
        foreach (var text in hostile)
        {
            var found = Select(HostileOrder.Table).Where(order => order.Quote == text);
            Assert.Equal(text, (await session.Exec(found).SingleAsync(Cancellation)).Select);
            await using var connection = await Engine.ConnectAsync(Cancellation);
            var rows = await connection.QueryAsync(found.ToSql(Engine.Dialect, literals: true), Cancellation);
            Assert.Equal(text, Assert.Single(rows)[0]);
        }
        await session.ExecAsync(Delete(HostileOrder.Table).Where(order => order.Select != "$1"), Cancellation);
        await session.CommitAsync(Cancellation);
        Assert.Equal(
            "$1",
            (await new Session(Engine).Exec(Select(HostileOrder.Table)).SingleAsync(Cancellation)).Select
        );
    }

    [Fact]
    [Row("D10.to-sql")]
    public async Task Sql_with_literals_does_what_it_does_with_parameters()
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        await SaveAsync(new Member { Name = "O'Hara", Age = 40 }, new Member { Name = "B", Age = 20 });
        var query = Select(Member.Table).Where(m => m.Age > 30 && m.Name == "O'Hara").OrderBy(m => m.Name).Limit(5);
        Assert.DoesNotContain("O''Hara", query.ToSql(Engine.Dialect), StringComparison.Ordinal);
        Assert.Contains("'O''Hara'", query.ToSql(Engine.Dialect, literals: true), StringComparison.Ordinal);
        await using var connection = await Engine.ConnectAsync(Cancellation);
        Assert.Single(await connection.QueryAsync(query.ToSql(Engine.Dialect, literals: true), Cancellation));
        var update = Update(Member.Table).Set(m => m.Age, 41).Where(m => m.Name == "O'Hara");
        Assert.Equal(1, await connection.ExecuteAsync(update.ToSql(Engine.Dialect, literals: true), Cancellation));
    }

    private async Task<ConstraintViolationException> RefusedAsync<E>(E entity)
        where E : class, ITableModel<E>
    {
        await using var session = new Session(Engine);
        session.Add(entity);
        return await Assert.ThrowsAsync<ConstraintViolationException>(() => session.CommitAsync(Cancellation));
    }

    private async Task SaveAsync<E>(params IEnumerable<E> entities)
        where E : class, ITableModel<E>
    {
        await using var session = new Session(Engine);
        session.AddAll(entities);
        await session.CommitAsync(Cancellation);
    }

    private async Task<int> CountAsync()
    {
        await using var session = new Session(Engine);
        return (await session.Exec(Select(Squad.Table)).ToListAsync(Cancellation)).Count;
    }

    private static Task CommitAsync(Session session, bool synchronous)
    {
        if (!synchronous)
            return session.CommitAsync(Cancellation);
        session.Commit();
        return Task.CompletedTask;
    }
}
