namespace Retort.Tests.Engines;

/// <summary>Schemas without migrations.</summary>
public sealed class CreateAllTests : IDisposable
{
    private readonly TestDatabase _database = new(create: false);

    public void Dispose() => _database.Dispose();

    [Theory, ClassData<Faces>]
    [Row("C2.create-all")]
    public async Task Tables_are_created_behind_those_that_they_refer_to(Face face)
    {
        await Create(face);
        var created = _database.Statements.Where(sql => sql.StartsWith("CREATE TABLE", StringComparison.Ordinal));
        Assert.Equal(
            ["\"Order\"", "folder", "team", "hero", "membership", "wide"],
            created.Select(sql => sql.Split(' ', '\n')[2])
        );
        Assert.Equal(
            3,
            _database.Scalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        );
    }

    [Theory, ClassData<Faces>]
    [Row("C2.create-all")]
    public async Task What_is_there_stays_as_it_is(Face face)
    {
        _database.Run("CREATE TABLE team (id TEXT PRIMARY KEY, name TEXT, other TEXT)");
        _database.Run("INSERT INTO team VALUES ('1', 'kept', 'x')");
        await Create(face);
        await Create(face);
        Assert.Equal("kept", _database.Scalar<string>("SELECT name FROM team WHERE other = 'x'"));
    }

    [Theory, ClassData<Faces>]
    [Row("C2.drop-all")]
    public async Task Tables_are_dropped_with_their_rows_and_others_stay(Face face)
    {
        await Create(face);
        _database.Run("CREATE TABLE other (id TEXT)");
        var team = new Team { Name = "Preventers" };
        _database.Save(team);
        _database.Save(new Membership { TeamId = team.Id, Role = "cook" });
        await Drop(face);
        await Drop(face);
        Assert.Equal(
            "other",
            _database.Scalar<string>(
                "SELECT group_concat(name) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            )
        );
    }

    [Theory, ClassData<Faces>]
    [Row("C2.create-all")]
    public async Task A_creation_that_fails_leaves_nothing(Face face)
    {
        _database.Run("CREATE VIEW membership AS SELECT 1");
        await Assert.ThrowsAnyAsync<DatabaseException>(() => Create(face));
        Assert.Equal(
            0,
            _database.Scalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'hero'")
        );
    }

    private async Task Create(Face face)
    {
        if (face is Face.Blocking)
            _database.Engine.CreateAll(Tables.MetaData);
        else
            await _database.EngineOf(face).CreateAllAsync(Tables.MetaData, TestContext.Current.CancellationToken);
    }

    private async Task Drop(Face face)
    {
        if (face is Face.Blocking)
            _database.Engine.DropAll(Tables.MetaData);
        else
            await _database.EngineOf(face).DropAllAsync(Tables.MetaData, TestContext.Current.CancellationToken);
    }
}
