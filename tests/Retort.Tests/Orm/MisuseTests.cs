namespace Retort.Tests.Orm;

/// <summary>What a session refuses, and what it says then.</summary>
public sealed class MisuseTests : SessionTest
{
    [Fact]
    [Row("C4.two-threads")]
    public async Task Two_uses_at_once_are_an_error()
    {
        await using var holder = Database.NewSession();
        holder.Add(NewHero());
        holder.Flush();
        await using var session = Database.NewSession();
        session.Add(NewHero());
        _ = Database.Statements;
        var waiting = Task.Run(session.Commit, TestContext.Current.CancellationToken);
        while (!Database.Statements.Contains("BEGIN IMMEDIATE"))
            await Task.Delay(5, TestContext.Current.CancellationToken);
        var error = Assert.Throws<SessionException>(() => session.Exec(Select(Team.Table)).ToList());
        holder.Commit();
        await waiting;
        Assert.Equal("RT0401", error.Code);
        Assert.Contains("new Session(engine)", error.Hint, StringComparison.Ordinal);
        Assert.Equal(2, session.Exec(Select(Hero.Table)).ToList().Count);
    }

    [Theory, ClassData<Faces>]
    [Row("C4.one-object")]
    public async Task Two_objects_with_one_key_are_an_error_at_once(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        await session.Get<Hero>(id);
        var twin = NewHero();
        twin.Id = id;
        var error = Assert.Throws<SessionException>(() => session.Add(twin));
        Assert.Equal($"The session has another object of table 'hero' with id = {id} already.", error.Message);
    }

    [Theory, ClassData<Faces>]
    [Row("C5.key-changed")]
    public async Task A_changed_key_is_an_error_that_names_it(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        hero.Id = Guid.Empty;
        var error = await Assert.ThrowsAsync<SessionException>(session.Commit);
        Assert.Equal("RT0404", error.Code);
        Assert.Contains("'hero'", error.Message, StringComparison.Ordinal);
        await session.Rollback();
        Assert.Equal(id, hero.Id);
    }

    [Theory, ClassData<Faces>]
    [Row("C3.add-get-delete")]
    public async Task What_does_not_belong_to_the_session_cannot_be_deleted(Face face)
    {
        var hero = Saved(NewHero());
        await using var session = Database.Open(face);
        Assert.Equal("RT0402", Assert.Throws<SessionException>(() => session.Delete(hero)).Code);
        Assert.Throws<ArgumentNullException>(() => session.Delete<Hero>(null!));
        Assert.Throws<ArgumentNullException>(() => session.Session.Add<Hero>(null!));
    }
}
