namespace Retort.Tests.Orm;

/// <summary>A flush that the database refuses changes nothing, says why, and leaves a session that can go on.</summary>
public sealed class FailureTests : SessionTest
{
    [Theory, ClassData<Faces>]
    [Row("C7.constraints")]
    public async Task A_unique_violation_names_table_and_columns(Face face)
    {
        Database.Save(new Team { Name = "Preventers" });
        await using var session = Database.Open(face);
        session.Add(new Team { Name = "Preventers" });
        var error = await Assert.ThrowsAsync<ConstraintViolationException>(session.Commit);
        Assert.Equal((ConstraintKind.Unique, "team"), (error.Kind, error.Table));
        Assert.Equal(["name"], error.Columns);
    }

    [Theory, ClassData<Faces>]
    [Row("C7.constraints")]
    public async Task Missing_values_and_missing_rows_have_their_own_kinds(Face face)
    {
        await using var session = Database.Open(face);
        session.Add(new Team { Name = null! });
        var missing = await Assert.ThrowsAsync<ConstraintViolationException>(session.Commit);
        Assert.Equal((ConstraintKind.NotNull, "team"), (missing.Kind, missing.Table));
        await session.Rollback();
        var hero = NewHero();
        hero.TeamId = Guid.NewGuid();
        session.Add(hero);
        Assert.Equal(
            ConstraintKind.ForeignKey,
            (await Assert.ThrowsAsync<ConstraintViolationException>(session.Commit)).Kind
        );
    }

    [Theory, ClassData<Faces>]
    [Row("C7.failed-flush")]
    public async Task What_failed_can_be_corrected_and_flushed_again(Face face)
    {
        Database.Save(new Team { Name = "Preventers" });
        await using var session = Database.Open(face);
        var (folder, team) = (new Folder { Name = "kept" }, new Team { Name = "Preventers" });
        session.Add(folder);
        session.Add(team);
        await Assert.ThrowsAsync<ConstraintViolationException>(session.Commit);
        Assert.Equal(0, folder.Id);
        Assert.Equal(0, Database.Scalar<long>("SELECT count(*) FROM folder"));
        team.Name = "Z-Force";
        await session.Commit();
        Assert.Equal(1, folder.Id);
        Assert.Equal(2, Database.Scalar<long>("SELECT count(*) FROM team"));
    }

    [Theory, ClassData<Faces>]
    [Row("C7.failed-flush")]
    public async Task What_was_flushed_before_stays_in_the_transaction(Face face)
    {
        Database.Save(new Team { Name = "Preventers" });
        await using var session = Database.Open(face);
        session.Add(NewHero("kept"));
        await session.Flush();
        var team = new Team { Name = "Preventers" };
        session.Add(team);
        await Assert.ThrowsAsync<ConstraintViolationException>(session.Flush);
        session.Delete(team);
        await session.Commit();
        Assert.Equal("kept", Database.Scalar<string>("SELECT name FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C7.failed-flush")]
    public async Task A_command_that_fails_leaves_no_transaction_behind(Face face)
    {
        Database.Save(new Team { Name = "A" }, new Team { Name = "B" });
        await using var session = Database.Open(face);
        await Assert.ThrowsAsync<ConstraintViolationException>(() =>
            session.Exec(Update(Team.Table).Set(t => t.Name, "A"))
        );
        Database.Run("INSERT INTO team (id, name) VALUES ('x', 'C')"); // would wait for a writer
        Assert.Equal("Z", (await Renamed(session)).Name);
    }

    [Theory, ClassData<Faces>]
    [Row("C7.failed-flush")]
    public async Task A_transaction_that_the_database_ended_is_rolled_back_as_a_whole(Face face)
    {
        Database.Run(
            "CREATE TRIGGER abort_all BEFORE INSERT ON folder BEGIN SELECT RAISE(ROLLBACK, 'no folders'); END"
        );
        await using var session = Database.Open(face);
        var hero = NewHero();
        session.Add(hero);
        await session.Flush();
        session.Add(new Folder { Name = "refused" });
        var error = await Assert.ThrowsAsync<ConstraintViolationException>(session.Flush);
        Assert.Contains("no folders", error.Message, StringComparison.Ordinal);
        Assert.Null(await session.Get<Hero>(hero.Id));
        await session.Commit();
        Assert.Equal(0, Database.Scalar<long>("SELECT count(*) FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C7.failed-flush")]
    public async Task A_statement_that_fails_at_any_place_leaves_nothing(Face face)
    {
        for (var failing = 0; failing < 4; failing++)
        {
            await using var session = Database.Open(face);
            session.Add(Enumerable.Range(0, 4).Select(i => NewHero(i == failing ? null! : $"h{i}")));
            await Assert.ThrowsAsync<ConstraintViolationException>(session.Commit);
            Assert.Equal(0, Database.Scalar<long>("SELECT count(*) FROM hero"));
        }
    }

    [Theory, ClassData<Faces>]
    [Row("C3.cancel")]
    public async Task A_cancelled_call_changes_nothing(Face face)
    {
        await using var session = Database.Open(face);
        session.Add(NewHero());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            session.Session.CommitAsync(new CancellationToken(canceled: true))
        );
        Assert.Equal(0, Database.Scalar<long>("SELECT count(*) FROM hero"));
        await session.Commit();
        Assert.Equal(1, Database.Scalar<long>("SELECT count(*) FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C1.errors")]
    public async Task A_value_that_is_not_of_the_column_names_the_column(Face face)
    {
        var id = Saved(NewHero()).Id;
        await using var session = Database.Open(face);
        foreach (
            var (column, value) in new[] { ("powers", "{"), ("powers", "[1]"), ("created_at", "never"), ("age", "old") }
        )
        {
            Database.Run($"UPDATE hero SET {column} = '{value}'");
            var error = await Assert.ThrowsAsync<DatabaseException>(() => session.Get<Hero>(id));
            Assert.Contains($"'{column}'", error.Message, StringComparison.Ordinal);
            Database.Run($"UPDATE hero SET {column} = {(column == "created_at" ? "'2026-01-01'" : "NULL")}");
        }
        Assert.NotNull(await session.Get<Hero>(id));
    }

    private static async Task<Team> Renamed(FacedSession session)
    {
        var team = (await session.First(Select(Team.Table).Where(t => t.Name == "B")))!;
        team.Name = "Z";
        await session.Commit();
        return team;
    }
}
