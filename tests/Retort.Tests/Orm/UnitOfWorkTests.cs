namespace Retort.Tests.Orm;

/// <summary>What a flush sends, and in which order.</summary>
public sealed class UnitOfWorkTests : SessionTest
{
    [Theory, ClassData<Faces>]
    [Row("C5.order")]
    public async Task Rows_that_are_referred_to_are_inserted_first(Face face)
    {
        await using var session = Database.Open(face);
        var team = new Team { Name = "Preventers" };
        var hero = NewHero();
        hero.TeamId = team.Id;
        session.Add(hero);
        session.Add(team);
        await session.Commit();
        Assert.Collection(
            Sent(),
            first => Assert.StartsWith("INSERT INTO team", first),
            second => Assert.StartsWith("INSERT INTO hero", second)
        );
    }

    [Theory, ClassData<Faces>]
    [Row("C5.order")]
    public async Task Rows_that_refer_are_deleted_first(Face face)
    {
        var team = new Team { Name = "Preventers" };
        var member = new Membership { TeamId = team.Id, Role = "leader" };
        Database.Save(team);
        Database.Save(member);
        await using var session = Database.Open(face);
        session.Delete((await session.Get<Team>(team.Id))!);
        session.Delete((await session.Get<Membership>(team.Id, "leader"))!);
        _ = Sent();
        await session.Commit();
        Assert.Equal(
            ["DELETE FROM membership WHERE team_id = @p0 AND role = @p1", "DELETE FROM team WHERE id = @p0"],
            Sent()
        );
    }

    [Theory, ClassData<Faces>]
    [Row("C5.order")]
    public async Task Inserts_come_before_updates_and_updates_before_deletes(Face face)
    {
        var (changed, removed) = (Saved(NewHero("changed")), Saved(NewHero("removed")));
        await using var session = Database.Open(face);
        session.Delete((await session.Get<Hero>(removed.Id))!);
        (await session.Get<Hero>(changed.Id))!.Age = 3;
        session.Add(NewHero("added"));
        _ = Sent();
        await session.Commit();
        Assert.Equal(["INSERT", "UPDATE", "DELETE"], Sent().Select(sql => sql.Split(' ')[0]));
    }

    [Theory, ClassData<Faces>]
    [Row("C5.order")]
    public async Task A_row_with_the_key_of_a_deleted_one_is_inserted_behind_the_delete(Face face)
    {
        var old = Saved(NewHero("old"));
        await using var session = Database.Open(face);
        session.Delete((await session.Get<Hero>(old.Id))!);
        var replacement = NewHero("new");
        replacement.Id = old.Id;
        session.Add(replacement);
        await session.Commit();
        Assert.Equal("new", Database.Scalar<string>("SELECT name FROM hero"));
        Assert.Same(replacement, await session.Get<Hero>(old.Id));
    }

    [Theory, ClassData<Faces>]
    [Row("C5.self-references")]
    public async Task Parents_of_the_same_table_are_inserted_first_and_deleted_last(Face face)
    {
        var folders = Enumerable
            .Range(1, 2000)
            .Select(id => new Folder
            {
                Id = id,
                Name = $"f{id}",
                ParentId = id == 1 ? null : id - 1,
            })
            .ToList();
        await using var session = Database.Open(face);
        session.Add(Enumerable.Reverse(folders));
        await session.Commit();
        foreach (var folder in folders)
            session.Delete(folder);
        await session.Commit();
        Assert.Equal(0, Database.Scalar<long>("SELECT count(*) FROM folder"));
    }

    [Theory, ClassData<Faces>]
    [Row("C5.changed-columns")]
    public async Task Only_changed_columns_are_updated(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        (hero.Age, hero.SecretName) = (30, "other");
        _ = Sent();
        await session.Commit();
        Assert.Equal(["UPDATE hero SET age = @p0, secret_name = @p1 WHERE id = @p2"], Sent());
    }

    [Theory, ClassData<Faces>]
    [Row("C5.changed-columns")]
    public async Task What_was_set_to_the_same_value_is_not_updated(Face face)
    {
        var id = Saved(NewHero(age: 3)).Id;
        await using var session = Database.Open(face);
        var hero = (await session.Get<Hero>(id))!;
        hero.Age = 4;
        hero.Age = 3;
        _ = Database.Statements;
        await session.Commit();
        Assert.Empty(Database.Statements);
    }

    [Theory, ClassData<Faces>]
    [Row("C5.server-values")]
    public async Task Server_defaults_come_back_with_the_insert(Face face)
    {
        await using var session = Database.Open(face);
        var hero = NewHero();
        session.Add(hero);
        await session.Commit();
        Assert.Equal(DateTimeOffset.UtcNow, hero.CreatedAt, TimeSpan.FromMinutes(1));
        Assert.Equal(
            [
                "INSERT INTO hero (id, name, age, secret_name, powers, attributes_data, team_id) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6) RETURNING created_at",
            ],
            Sent()
        );
    }

    [Theory, ClassData<Faces>]
    [Row("C5.server-values")]
    public async Task A_value_of_ones_own_wins_over_the_server_default(Face face)
    {
        var time = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(2));
        var hero = NewHero();
        hero.CreatedAt = time;
        await using var session = Database.Open(face);
        session.Add(hero);
        await session.Commit();
        Assert.Equal("2020-01-02 01:04:05.000000+00:00", Database.Scalar<string>("SELECT created_at FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C5.server-values")]
    public async Task Generated_keys_come_back_with_the_insert(Face face)
    {
        await using var session = Database.Open(face);
        var folders = Enumerable.Range(0, 3).Select(i => new Folder { Name = $"f{i}" }).ToList();
        session.Add(folders);
        await session.Flush();
        Assert.Equal([1, 2, 3], folders.Select(folder => folder.Id));
        Assert.Same(folders[1], await session.Get<Folder>(2));
        Assert.All(
            Sent(),
            sql => Assert.Equal("INSERT INTO folder (name, parent_id) VALUES (@p0, @p1) RETURNING id", sql)
        );
    }

    [Theory, ClassData<Faces>]
    [Row("C5.stale-rows")]
    public async Task An_update_that_meets_no_row_is_an_error_that_names_it(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        (await session.Get<Hero>(id))!.Age = 3;
        Database.Run("DELETE FROM hero");
        var error = await Assert.ThrowsAsync<StaleDataException>(session.Commit);
        Assert.Equal(
            $"The row of table 'hero' with id = {id} could not be updated: it is not there any more.",
            error.Message
        );
    }

    [Theory, ClassData<Faces>]
    [Row("C5.stale-rows")]
    public async Task A_delete_that_meets_no_row_is_an_error_and_nothing_else_is_changed(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        session.Delete((await session.Get<Hero>(id))!);
        session.Add(NewHero("other"));
        Database.Run("DELETE FROM hero");
        await Assert.ThrowsAsync<StaleDataException>(session.Commit);
        Assert.Equal(0, Database.Scalar<long>("SELECT count(*) FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C5.many-rows")]
    public async Task Ten_thousand_rows_are_inserted_changed_and_deleted(Face face)
    {
        var heroes = Enumerable.Range(0, 10_000).Select(i => NewHero($"hero {i}", i)).ToList();
        await using var session = Database.Open(face);
        session.Add(heroes);
        await session.Commit();
        foreach (var hero in heroes)
            hero.Age++;
        await session.Commit();
        Assert.Equal(50_005_000, Database.Scalar<long>("SELECT sum(age) FROM hero"));
        foreach (var hero in heroes.Where(hero => hero.Age % 2 == 0))
            session.Delete(hero);
        await session.Commit();
        Assert.Equal(5000, Database.Scalar<long>("SELECT count(*) FROM hero"));
        Assert.Equal(5000, (await session.List(Select(Hero.Table))).Count);
    }

    [Theory, ClassData<Faces>]
    [Row("C5.many-columns")]
    public async Task A_table_may_have_more_than_64_columns(Face face)
    {
        await using var session = Database.Open(face);
        var wide = new Wide
        {
            C01 = 1,
            C66 = 66,
            C70 = "last",
        };
        session.Add(wide);
        await session.Commit();
        (wide.C02, wide.C67) = (2, 67);
        _ = Sent();
        await session.Commit();
        Assert.Equal(["UPDATE wide SET c02 = @p0, c67 = @p1 WHERE id = @p2"], Sent());
        wide.C67 = 68;
        await session.Rollback();
        Assert.Equal(67, wide.C67);
        var read = await session.Single(Select(Wide.Table).AsNoTracking());
        Assert.Equal((1, 2, 66, 67, "last"), (read.C01, read.C02, read.C66, read.C67, read.C70));
    }

    [Theory, ClassData<Faces>]
    [Row("C5.many-columns")]
    public async Task Any_number_of_different_updates_is_sent(Face face)
    {
        await using var session = Database.Open(face);
        var wide = Enumerable.Range(0, 300).Select(_ => new Wide()).ToList();
        session.Add(wide);
        await session.Commit();
        for (var i = 0; i < wide.Count; i++)
            (
                wide[i].C01,
                wide[i].C02,
                wide[i].C03,
                wide[i].C04,
                wide[i].C05,
                wide[i].C06,
                wide[i].C07,
                wide[i].C08,
                wide[i].C70
            ) = (i & 1, i & 2, i & 4, i & 8, i & 16, i & 32, i & 64, i & 128, "changed");
        await session.Commit();
        Assert.Equal(
            300,
            Database.Scalar<long>(
                "SELECT count(*) FROM wide WHERE c70 = 'changed' AND c01 + c02 + c03 + c04 + c05 + c06 + c07 + c08 = (id - 1) % 256"
            )
        );
    }
}
