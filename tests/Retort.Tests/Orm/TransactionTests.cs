namespace Retort.Tests.Orm;

/// <summary>When a transaction begins and ends, and who waits for whom.</summary>
public sealed class TransactionTests : SessionTest
{
    [Theory, ClassData<Faces>]
    [Row("C10.first-flush-begins")]
    public async Task Reads_need_no_transaction_and_the_first_flush_begins_one(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        await session.List(Select(Hero.Table));
        Assert.DoesNotContain(Database.Statements, sql => sql.StartsWith("BEGIN", StringComparison.Ordinal));
        hero.Age = 3;
        await session.Flush();
        hero.Age = 4;
        await session.Commit();
        Assert.Equal(
            ["BEGIN", "UPDATE", "SAVEPOINT", "UPDATE", "RELEASE", "COMMIT"],
            Database.Statements.Select(sql => sql.Split(' ')[0])
        );
        await session.Commit();
        Assert.Empty(Database.Statements);
    }

    [Theory, ClassData<Faces>]
    [Row("C10.readers-never-wait")]
    public async Task Readers_never_wait_for_a_writer(Face face)
    {
        var hero = Saved(NewHero(age: 1));
        await using var writer = Database.Open(face);
        (await writer.Get<Hero>(hero.Id))!.Age = 2;
        await writer.Flush();
        var readers = Enumerable
            .Range(0, 50)
            .Select(async _ =>
            {
                await using var session = Database.Open(face);
                return (await session.Single(Select(Hero.Table))).Age;
            });
        Assert.All(await Task.WhenAll(readers), age => Assert.Equal(1, age));
        await writer.Commit();
    }

    [Theory, ClassData<Faces>]
    [Row("C10.readers-never-wait")]
    public async Task A_session_that_has_read_holds_nothing(Face face)
    {
        Saved(NewHero());
        await using var reader = Database.Open(face);
        await reader.List(Select(Hero.Table));
        Database.Run("ALTER TABLE hero ADD COLUMN other TEXT");
        Database.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Single(await reader.List(Select(Hero.Table)));
    }

    [Fact]
    [Row("C10.writers-take-turns")]
    public async Task Writers_take_turns()
    {
        var id = Saved(NewHero(age: 0)).Id;
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        for (var i = 0; i < 10; i++)
                        {
                            using var session = Database.NewSession();
                            session.Exec(Update(Hero.Table).Set(h => h.Age, h => h.Age + 1).Where(h => h.Id == id));
                            session.Commit();
                        }
                    })
                )
        );
        Assert.Equal(80, Database.Scalar<long>("SELECT age FROM hero"));
    }

    [Fact]
    [Row("C10.writers-take-turns")]
    public void A_writer_that_waited_in_vain_says_so()
    {
        using var holder = Database.NewSession();
        holder.Add(NewHero());
        holder.Flush();
        using var engine = Engine.Create($"sqlite:///{Database.File}?timeout=1");
        using var session = new Session(engine);
        var hero = NewHero("second");
        session.Add(hero);
        Assert.Throws<DatabaseLockedException>(session.Commit);
        holder.Commit();
        session.Commit();
        Assert.Equal(2, Database.Scalar<long>("SELECT count(*) FROM hero"));
    }

    [Fact]
    [Row("C10.first-flush-begins")]
    public async Task Both_faces_share_a_transaction()
    {
        await using var session = Database.NewSession();
        session.Add(NewHero("a"));
        session.Flush();
        session.Add(NewHero("b"));
        await session.FlushAsync(TestContext.Current.CancellationToken);
        session.Commit();
        Assert.Single(Database.Statements, sql => sql == "BEGIN IMMEDIATE");
        Assert.Equal(2, Database.Scalar<long>("SELECT count(*) FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C7.failed-flush")]
    public async Task A_commit_that_fails_is_a_rollback(Face face)
    {
        Database.Run("DROP TABLE membership");
        Database.Run(
            """
            CREATE TABLE membership (team_id TEXT NOT NULL REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
                role TEXT NOT NULL, rank INTEGER NOT NULL, badge BLOB, PRIMARY KEY (team_id, role))
            """
        );
        await using var session = Database.Open(face);
        var team = new Team { Name = "Preventers" };
        session.Add(new Membership { TeamId = team.Id, Role = "cook" });
        await session.Flush();
        Assert.Equal(
            ConstraintKind.ForeignKey,
            (await Assert.ThrowsAsync<ConstraintViolationException>(session.Commit)).Kind
        );
        Assert.Null(await session.Get<Membership>(team.Id, "cook"));
        session.Add(team);
        await session.Commit();
        Assert.Equal(1, Database.Scalar<long>("SELECT count(*) FROM team"));
    }
}
