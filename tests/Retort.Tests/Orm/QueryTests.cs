namespace Retort.Tests.Orm;

/// <summary>Queries and commands in a session.</summary>
public sealed class QueryTests : SessionTest
{
    [Theory, ClassData<Faces>]
    [Row("D1.where")]
    public async Task Conditions_order_and_limits_are_those_of_SQL(Face face)
    {
        Database.Save(NewHero("a", 10), NewHero("b", 20), NewHero("c"), NewHero("d", 30));
        await using var session = Database.Open(face);
        Assert.Equal(
            ["d", "b"],
            Names(await session.List(Select(Hero.Table).Where(h => h.Age >= 20).OrderByDescending(h => h.Name)))
        );
        Assert.Equal(["c"], Names(await session.List(Select(Hero.Table).Where(h => h.Age == null))));
        Assert.Equal(["b", "c"], Names(await session.List(Select(Hero.Table).OrderBy(h => h.Name).Limit(2).Offset(1))));
        Assert.Equal(
            ["a", "d"],
            Names(
                await session.List(
                    Select(Hero.Table).Where(h => h.Name == "a" || h.Age > 25 && !(h.Name == "b")).OrderBy(h => h.Name)
                )
            )
        );
    }

    [Theory, ClassData<Faces>]
    [Row("D10.hostile-values")]
    public async Task Values_never_become_SQL(Face face)
    {
        string[] hostile =
        [
            "'; DROP TABLE hero; --",
            "\"",
            "a\0b",
            "@p0",
            "\ud83e\uddb8",
            "' OR 1=1",
            "%_\\",
            new string('x', 100_000),
        ];
        Database.Save(hostile.Select(name => NewHero(name)));
        await using var session = Database.Open(face);
        foreach (var name in hostile)
            Assert.Equal(name, (await session.Single(Select(Hero.Table).Where(h => h.Name == name))).Name);
    }

    [Theory, ClassData<Faces>]
    [Row("C3.terminals")]
    public async Task FirstOrDefault_asks_for_one_row(Face face)
    {
        await using var session = Database.Open(face);
        Assert.Null(await session.First(Select(Hero.Table)));
        Database.Save(NewHero("b"), NewHero("a"));
        Assert.Equal("a", (await session.First(Select(Hero.Table).OrderBy(h => h.Name).Limit(5)))!.Name);
        Assert.Contains(
            "ORDER BY h0.name LIMIT @p0 [@p0 = 1]",
            Assert.Single(Database.Statements),
            StringComparison.Ordinal
        );
        Assert.Null(await session.First(Select(Hero.Table).Limit(0)));
    }

    [Theory, ClassData<Faces>]
    [Row("C3.terminals")]
    public async Task Single_is_strict(Face face)
    {
        await using var session = Database.Open(face);
        Assert.Equal(
            "RT0407",
            (await Assert.ThrowsAsync<ResultCountException>(() => session.Single(Select(Hero.Table)))).Code
        );
        Assert.Null(await session.SingleOrDefault(Select(Hero.Table)));
        Database.Save(NewHero("a"), NewHero("b"));
        Assert.Equal(
            "RT0408",
            (await Assert.ThrowsAsync<ResultCountException>(() => session.Single(Select(Hero.Table)))).Code
        );
        Assert.Equal(
            "RT0408",
            (await Assert.ThrowsAsync<ResultCountException>(() => session.SingleOrDefault(Select(Hero.Table)))).Code
        );
    }

    [Fact]
    [Row("C3.terminals")]
    public async Task Rows_are_enumerated_while_the_session_is_used()
    {
        Database.Save(Enumerable.Range(0, 50).Select(i => NewHero($"h{i:00}")));
        await using var session = Database.NewSession();
        foreach (var hero in session.Exec(Select(Hero.Table)))
        {
            hero.Age = 1;
            session.Commit();
        }
        var streamed = 0;
        await foreach (
            var hero in session
                .Exec(Select(Hero.Table).OrderBy(h => h.Name))
                .AsAsyncEnumerable(TestContext.Current.CancellationToken)
        )
        {
            hero.Age = ++streamed;
            if (streamed % 10 == 0)
                await session.CommitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(50, streamed);
        Assert.Equal(1275, Database.Scalar<long>("SELECT sum(age) FROM hero"));
    }

    [Fact]
    [Row("C3.terminals")]
    public async Task A_stream_that_is_left_gives_its_connection_back()
    {
        Database.Save(Enumerable.Range(0, 50).Select(i => NewHero($"h{i:00}")));
        await using var session = Database.NewSession();
        for (var round = 0; round < 300; round++)
            await foreach (
                var hero in session
                    .Exec(Select(Hero.Table).AsNoTracking())
                    .AsAsyncEnumerable(TestContext.Current.CancellationToken)
            )
                break;
        Database.Run("DELETE FROM hero");
        Assert.Empty(session.Exec(Select(Hero.Table)).ToList());
    }

    [Theory, ClassData<Faces>]
    [Row("C9.autoflush")]
    public async Task A_query_sees_what_was_changed_before_it(Face face)
    {
        var id = Saved(NewHero("a", 1)).Id;
        await using var session = Database.Open(face);
        (await session.Get<Hero>(id))!.Age = 50;
        session.Add(NewHero("b", 60));
        Assert.Equal(
            ["a", "b"],
            Names(await session.List(Select(Hero.Table).Where(h => h.Age > 40).OrderBy(h => h.Name)))
        );
        Assert.Equal(1, Database.Scalar<long>("SELECT count(*) FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C9.autoflush")]
    public async Task A_query_without_changes_sends_nothing_else(Face face)
    {
        Database.Save(NewHero("a"), NewHero("b"));
        await using var session = Database.Open(face);
        await session.List(Select(Hero.Table));
        await session.List(Select(Hero.Table));
        Assert.Equal(2, Database.Statements.Count);
    }

    [Theory, ClassData<Faces>]
    [Row("D7.commands")]
    public async Task Commands_run_at_once_and_give_the_number_of_rows(Face face)
    {
        var kept = Saved(NewHero("a", 10));
        Database.Save(NewHero("b", 20), NewHero("c", 30));
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(kept.Id))!;
        Assert.Equal(3, await session.Exec(Update(Hero.Table).Set(h => h.Age, h => h.Age + 1)));
        Assert.Equal(11, (await session.Get<Hero>(kept.Id))!.Age);
        Assert.Equal(2, await session.Exec(Delete(Hero.Table).Where(h => h.Age > 20)));
        Assert.Equal(1, await session.Exec(Insert(Team.Table).Set(t => t.Id, Guid.NewGuid()).Set(t => t.Name, "new")));
        Assert.Same(hero, await session.Single(Select(Hero.Table)));
        await session.Commit();
        Assert.Equal("new", Database.Scalar<string>("SELECT name FROM team"));
    }

    [Theory, ClassData<Faces>]
    [Row("D7.commands")]
    public async Task An_object_whose_row_a_command_deleted_is_gone(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        await session.Get<Hero>(id);
        await session.Exec(Delete(Hero.Table));
        Assert.Null(await session.Get<Hero>(id));
        await session.Rollback();
        Assert.NotNull(await session.Get<Hero>(id));
    }

    [Theory, ClassData<Faces>]
    [Row("D7.commands")]
    public async Task Commands_are_undone_by_a_rollback(Face face)
    {
        Saved(NewHero());
        await using var session = Database.Open(face);
        await session.Exec(Delete(Hero.Table));
        await session.Rollback();
        Assert.Equal(1, Database.Scalar<long>("SELECT count(*) FROM hero"));
    }

    private static IEnumerable<string> Names(IEnumerable<Hero> heroes) => heroes.Select(hero => hero.Name);
}
