namespace Retort.Tests.Orm;

/// <summary>What is undone, in the database and in the objects.</summary>
public sealed class RollbackTests : SessionTest
{
    [Theory, ClassData<Faces>]
    [Row("C7.rollback")]
    public async Task Rollback_restores_the_values_of_the_last_commit(Face face)
    {
        var hero = NewHero(age: 1);
        hero.Powers = ["web"];
        Saved(hero);
        await using var session = Database.Open(face);
        hero = (await session.Get<Hero>(hero.Id))!;
        hero.Age = 2;
        await session.Commit();
        hero.Age = 3;
        hero.Powers!.Add("flushed");
        await session.Flush();
        hero.Age = 4;
        hero.Powers.Add("not flushed");
        await session.Rollback();
        Assert.Equal(2, hero.Age);
        Assert.Equal(["web"], hero.Powers);
        Assert.Equal(2, Database.Scalar<long>("SELECT age FROM hero"));
        _ = Database.Statements;
        await session.Commit();
        Assert.Empty(Database.Statements);
    }

    [Theory, ClassData<Faces>]
    [Row("C7.rollback")]
    public async Task Rollback_without_a_flush_undoes_changes_too(Face face)
    {
        var id = Saved(NewHero(age: 1)).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        hero.Age = 2;
        await session.Rollback();
        Assert.Equal(1, hero.Age);
    }

    [Theory, ClassData<Faces>]
    [Row("C7.rollback")]
    public async Task Rollback_forgets_what_was_added(Face face)
    {
        await using var session = Database.Open(face);
        var (flushed, pending) = (new Folder { Name = "flushed" }, new Folder { Name = "pending" });
        session.Add(flushed);
        await session.Flush();
        session.Add(pending);
        await session.Rollback();
        Assert.Equal(0, flushed.Id);
        await session.Commit();
        Assert.Equal(0, Database.Scalar<long>("SELECT count(*) FROM folder"));
        session.Add(flushed);
        await session.Commit();
        Assert.Same(flushed, await session.Get<Folder>(flushed.Id));
    }

    [Theory, ClassData<Faces>]
    [Row("C7.rollback")]
    public async Task Rollback_brings_deleted_objects_back(Face face)
    {
        var (flushed, pending) = (Saved(NewHero("flushed")).Id, Saved(NewHero("pending")).Id);
        await using var session = Database.Open(face);
        var first = (await session.Get<Hero>(flushed))!;
        var second = (await session.Get<Hero>(pending))!;
        session.Delete(first);
        await session.Flush();
        session.Delete(second);
        await session.Rollback();
        Assert.Same(first, await session.Get<Hero>(flushed));
        Assert.Same(second, await session.Get<Hero>(pending));
        first.Age = 5;
        await session.Commit();
        Assert.Equal(5, Database.Scalar<long>("SELECT sum(age) FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C7.rollback")]
    public async Task A_row_that_was_replaced_is_the_old_object_again(Face face)
    {
        var id = Saved(NewHero("old")).Id;
        await using var session = Database.Open(face);
        var old = (await session.Get<Hero>(id))!;
        var replacement = NewHero("new");
        replacement.Id = id;
        session.Delete(old);
        session.Add(replacement);
        await session.Flush();
        Assert.Same(replacement, await session.Get<Hero>(id));
        await session.Rollback();
        Assert.Same(old, await session.Get<Hero>(id));
    }

    [Theory, ClassData<Faces>]
    [Row("C7.rollback")]
    public async Task What_was_read_within_the_transaction_is_read_again_after_a_rollback(Face face)
    {
        var (changed, other) = (Saved(NewHero("changed", age: 1)).Id, Saved(NewHero("other")).Id);
        await using var session = Database.Open(face);
        await session.Exec(Update(Hero.Table).Set(h => h.Age, 99).Where(h => h.Id == changed));
        var hero = (await session.Get<Hero>(changed))!;
        Assert.Equal(99, hero.Age);
        await session.Rollback();
        Assert.Same(hero, await session.Get<Hero>(changed));
        Assert.Equal(1, hero.Age);
    }

    [Theory, ClassData<Faces>]
    [Row("C3.dispose")]
    public async Task Disposing_without_a_commit_rolls_back(Face face)
    {
        await using (var session = Database.Open(face))
        {
            session.Add(NewHero());
            await session.Flush();
        }
        Assert.Equal(0, Database.Scalar<long>("SELECT count(*) FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C3.dispose")]
    public async Task A_session_that_is_disposed_is_of_no_more_use(Face face)
    {
        var session = Database.Open(face);
        await session.DisposeAsync();
        await session.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(session.Commit);
    }
}
