namespace Retort.Tests.Orm;

/// <summary>One object for each row, and what happens to it when the row is read again.</summary>
public sealed class IdentityTests : SessionTest
{
    [Theory, ClassData<Faces>]
    [Row("C4.one-object")]
    public async Task A_row_is_one_object_however_it_is_read(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        var hero = await session.Get<Hero>(id);
        Assert.Same(hero, await session.Get<Hero>(id));
        Assert.Same(hero, await session.Single(Select(Hero.Table)));
        Assert.Single(Sent(), sql => sql.Contains("WHERE h0.id", StringComparison.Ordinal));
    }

    [Theory, ClassData<Faces>]
    [Row("C4.one-object")]
    public async Task An_object_that_was_added_is_the_one_that_is_read(Face face)
    {
        await using var session = Database.Open(face);
        var hero = NewHero();
        session.Add(hero);
        Assert.Same(hero, await session.Get<Hero>(hero.Id));
        Assert.Same(hero, await session.Single(Select(Hero.Table).Where(h => h.Name == "Deadpond")));
    }

    [Theory, ClassData<Faces>]
    [Row("C3.get")]
    public async Task Get_gives_null_where_there_is_no_row(Face face)
    {
        await using var session = Database.Open(face);
        Assert.Null(await session.Get<Hero>(Guid.NewGuid()));
        Assert.Null(await session.Get<Membership>(Guid.NewGuid(), "leader"));
    }

    [Theory, ClassData<Faces>]
    [Row("C3.get")]
    public async Task A_composite_key_is_given_in_parts(Face face)
    {
        var team = new Team { Name = "Preventers" };
        Database.Save(team);
        Database.Save(
            new Membership
            {
                TeamId = team.Id,
                Role = "leader",
                Rank = 1,
            },
            new Membership
            {
                TeamId = team.Id,
                Role = "cook",
                Rank = 2,
            }
        );
        await using var session = Database.Open(face);
        Assert.Equal(2, (await session.Get<Membership>(team.Id, "cook"))!.Rank);
    }

    [Theory, ClassData<Faces>]
    [Row("C3.get")]
    public async Task A_key_of_another_type_is_an_error_that_says_which(Face face)
    {
        await using var session = Database.Open(face);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => session.Get<Hero>(3));
        Assert.Equal("The key of this table is a Guid; 3 is none.", error.Message);
        await Assert.ThrowsAsync<ArgumentException>(() => session.Get<Membership>(Guid.Empty));
    }

    [Theory, ClassData<Faces>]
    [Row("C3.get")]
    public async Task Each_get_is_one_select_and_none_for_a_known_row(Face face)
    {
        var heroes = Enumerable.Range(0, 20).Select(i => NewHero($"h{i}")).ToList();
        Database.Save(heroes);
        await using var session = Database.Open(face);
        for (var round = 0; round < 2; round++)
            foreach (var hero in heroes)
                Assert.Equal(hero.Name, (await session.Get<Hero>(hero.Id))!.Name);
        Assert.Equal(20, Database.Statements.Count);
    }

    [Theory, ClassData<Faces>]
    [Row("C4.read-again")]
    public async Task Reading_again_overwrites_columns_that_were_not_changed_here(Face face)
    {
        var id = Saved(NewHero(age: 1)).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        hero.Age = 2;
        Database.Run("UPDATE hero SET name = 'theirs', age = 9");
        var read = session.Session.Exec(Select(Hero.Table).Where(h => h.Id == id));
        Assert.Same(
            hero,
            face is Face.Blocking ? read.Single() : await read.SingleAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(("theirs", 2), (hero.Name, hero.Age));
    }

    [Theory, ClassData<Faces>]
    [Row("C4.read-again")]
    public async Task Reading_again_leaves_lists_that_did_not_change_where_they_are(Face face)
    {
        var hero = NewHero();
        hero.Powers = ["web"];
        Saved(hero);
        await using var session = Database.Open(face);
        var powers = (await session.Get<Hero>(hero.Id))!.Powers;
        Database.Run("UPDATE hero SET name = 'theirs'");
        Assert.Same(powers, (await session.Single(Select(Hero.Table))).Powers);
    }

    [Theory, ClassData<Faces>]
    [Row("C3.refresh")]
    public async Task Refresh_drops_changes_and_reads_the_row(Face face)
    {
        var id = Saved(NewHero(age: 1)).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        (hero.Age, hero.SecretName) = (2, "mine");
        Database.Run("UPDATE hero SET name = 'theirs'");
        await session.Refresh(hero);
        Assert.Equal(("theirs", 1, "Dive Wilson"), (hero.Name, hero.Age, hero.SecretName));
        _ = Database.Statements;
        await session.Commit();
        Assert.Empty(Database.Statements);
    }

    [Theory, ClassData<Faces>]
    [Row("C3.refresh")]
    public async Task Refresh_of_what_has_no_row_is_an_error(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        Database.Run("DELETE FROM hero");
        await Assert.ThrowsAsync<StaleDataException>(() => session.Refresh(hero));
        var added = NewHero();
        session.Add(added);
        Assert.Equal("RT0405", (await Assert.ThrowsAsync<SessionException>(() => session.Refresh(added))).Code);
        Assert.Equal("RT0402", (await Assert.ThrowsAsync<SessionException>(() => session.Refresh(NewHero()))).Code);
    }

    [Theory, ClassData<Faces>]
    [Row("C4.deleted")]
    public async Task A_deleted_object_stays_readable_and_Get_gives_null(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        session.Delete(hero);
        Assert.Null(await session.Get<Hero>(id));
        await session.Flush();
        Assert.Null(await session.Get<Hero>(id));
        await session.Commit();
        Assert.Null(await session.Get<Hero>(id));
        Assert.Equal("Deadpond", hero.Name);
    }

    [Theory, ClassData<Faces>]
    [Row("C4.deleted")]
    public async Task A_deleted_object_that_is_added_again_is_kept(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        session.Delete(hero);
        session.Add(hero);
        await session.Commit();
        Assert.Same(hero, await session.Get<Hero>(id));
        session.Delete(hero);
        await session.Flush();
        session.Add(hero);
        await session.Commit();
        Assert.Equal(1, Database.Scalar<long>("SELECT count(*) FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C3.add-get-delete")]
    public async Task What_is_added_and_deleted_before_a_flush_was_never_there(Face face)
    {
        await using var session = Database.Open(face);
        var hero = NewHero();
        session.Add(hero);
        session.Add(hero);
        session.Delete(hero);
        await session.Commit();
        Assert.Empty(Database.Statements);
    }

    [Theory, ClassData<Faces>]
    [Row("C3.add-get-delete")]
    public async Task Objects_are_inserted_in_the_order_of_their_last_Add(Face face)
    {
        await using var session = Database.Open(face);
        var (first, second) = (new Folder { Name = "first" }, new Folder { Name = "second" });
        session.Add(first, second);
        session.Delete(first);
        session.Add(first);
        await session.Commit();
        Assert.Equal((2, 1), (first.Id, second.Id));
    }

    [Theory, ClassData<Faces>]
    [Row("C4.untracked")]
    public async Task Untracked_objects_are_new_each_time_and_not_saved(Face face)
    {
        Saved(NewHero());
        await using var session = Database.Open(face);
        var untracked = await session.Single(Select(Hero.Table).AsNoTracking());
        Assert.NotSame(untracked, await session.Single(Select(Hero.Table).AsNoTracking()));
        Assert.NotSame(untracked, await session.Single(Select(Hero.Table)));
        untracked.Name = "lost";
        await session.Commit();
        Assert.Equal("Deadpond", Database.Scalar<string>("SELECT name FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C4.read-again")]
    public async Task What_foreign_keys_changed_is_read_again(Face face)
    {
        var team = new Team { Name = "Preventers" };
        Database.Save(team);
        var hero = NewHero();
        hero.TeamId = team.Id;
        Saved(hero);
        await using var session = Database.Open(face);
        hero = (await session.Get<Hero>(hero.Id))!;
        session.Delete((await session.Get<Team>(team.Id))!);
        await session.Commit();
        Assert.Same(hero, await session.Get<Hero>(hero.Id));
        Assert.Null(hero.TeamId);
    }

    [Theory, ClassData<Faces>]
    [Row("C4.deleted")]
    public async Task An_object_to_be_deleted_is_gone_even_if_its_row_was_changed(Face face)
    {
        var (first, second) = (Saved(NewHero("first")).Id, Saved(NewHero("second")).Id);
        await using var session = Database.Open(face);
        await session.Exec(Update(Hero.Table).Set(h => h.Age, 3));
        session.Delete((await session.Get<Hero>(first))!);
        await session.Get<Hero>(second);
        Assert.Null(await session.Get<Hero>(first));
    }
}
