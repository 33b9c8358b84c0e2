using System.Text.Json;
using Retort;
using static Retort.Sql;

namespace Shared;

/// <summary>Classes in JSON columns, values that are set at each update, and defaults by database.</summary>
public abstract class DocumentTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MetaData Models { get; } = new(Document.Table);

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    [Fact]
    [Row("A9.classes")]
    public async Task Classes_of_the_application_are_read_back_as_they_were()
    {
        var id = await SavedAsync(
            new()
            {
                Suit = new() { Pockets = [new("knife", 1), new("日本 \"x\"", int.MaxValue)] },
                Places = [new(1.5, -0.25)],
                Reflected = new() { ["left"] = new("key", 2), ["right"] = null },
            }
        );

        await using var session = new Session(Engine);
        var read = (await session.GetAsync<Document>(id, Cancellation))!;

        Assert.Equal(("red", 2), (read.Suit!.Colour, read.Suit.Pockets.Count));
        Assert.Equal(new Pocket("日本 \"x\"", int.MaxValue), read.Suit.Pockets[1]);
        Assert.Equal([new Place(1.5, -0.25)], read.Places);
        Assert.Equal((new Pocket("key", 2), null), (read.Reflected!["left"], read.Reflected["right"]));
    }

    [Fact]
    [Row("A9.classes")]
    public async Task The_context_says_how_members_are_named()
    {
        var id = await SavedAsync(new() { Suit = new() { Colour = "blue" } });
        await using var connection = await Engine.ConnectAsync(Cancellation);

        var text = await connection.ScalarAsync<string>(
            new CompiledSql($"SELECT CAST(suit AS text) FROM document WHERE id = {id}", []),
            Cancellation
        );

        Assert.Equal("blue", JsonDocument.Parse(text!).RootElement.GetProperty("colour").GetString());
    }

    [Fact]
    [Row("A9.classes")]
    public async Task A_change_within_a_class_is_written()
    {
        var document = new Document { Suit = new() };
        await using (var session = new Session(Engine))
        {
            await SaveAsync(session, document);
            document.Suit.Pockets.Add(new("torch", 3));
            await session.CommitAsync(Cancellation);
        }

        await using var other = new Session(Engine);
        Assert.Equal(
            [new Pocket("torch", 3)],
            (await other.GetAsync<Document>(document.Id, Cancellation))!.Suit!.Pockets
        );
    }

    [Fact]
    [Row("A5.on-update")]
    public async Task A_session_that_changes_an_object_sets_what_is_set_at_each_update()
    {
        await using var session = new Session(Engine);
        var document = new Document();
        await SaveAsync(session, document);
        Assert.Equal((null, 0, null), (document.ChangedAt, document.Changes, document.Stamp));
        var before = DateTimeOffset.UtcNow.AddMinutes(-1);

        document.Title = "new";
        await session.CommitAsync(Cancellation);

        Assert.InRange(document.ChangedAt!.Value, before, before.AddMinutes(2));
        Assert.Equal((1, "stamp 1"), (document.Changes, document.Stamp));
        await session.CommitAsync(Cancellation);
        Assert.Equal((1, "stamp 1"), (document.Changes, document.Stamp));
        await using var other = new Session(Engine);
        var read = (await other.GetAsync<Document>(document.Id, Cancellation))!;
        Assert.Equal(
            (document.ChangedAt, document.Changes, document.Stamp),
            (read.ChangedAt, read.Changes, read.Stamp)
        );
    }

    [Fact]
    [Row("A5.on-update")]
    public async Task What_the_application_sets_itself_stands()
    {
        await using var session = new Session(Engine);
        var document = new Document();
        await SaveAsync(session, document);

        (document.Changes, document.Stamp, document.ChangedAt) = (40, "mine", DateTimeOffset.UnixEpoch);
        await session.CommitAsync(Cancellation);

        await using var other = new Session(Engine);
        var read = (await other.GetAsync<Document>(document.Id, Cancellation))!;
        Assert.Equal((40, "mine", DateTimeOffset.UnixEpoch), (read.Changes, read.Stamp, read.ChangedAt));
    }

    [Fact]
    [Row("A5.on-update")]
    public async Task A_flush_that_fails_gives_the_objects_back_what_it_set()
    {
        await using var session = new Session(Engine);
        var (document, other) = (new Document(), new Document());
        await SaveAsync(session, document, other);
        await using (var thief = new Session(Engine))
        {
            await thief.ExecAsync(Delete(Document.Table).Where(row => row.Id == other.Id), Cancellation);
            await thief.CommitAsync(Cancellation);
        }

        (document.Title, other.Title) = ("one", "two");
        await Assert.ThrowsAsync<StaleDataException>(() => session.FlushAsync(Cancellation));

        Assert.Equal(("one", null, 0, null), (document.Title, document.ChangedAt, document.Changes, document.Stamp));
    }

    [Fact]
    [Row("A5.on-update")]
    public async Task A_statement_sets_what_the_database_sets_at_each_update()
    {
        var id = await SavedAsync(new());
        await using var session = new Session(Engine);

        await session.ExecAsync(Update(Document.Table).Set(row => row.Title, "new"), Cancellation);
        await session.ExecAsync(Update(Document.Table).Set(row => row.Changes, 7), Cancellation);

        var read = (await session.GetAsync<Document>(id, Cancellation))!;
        Assert.Equal((7, true, null), (read.Changes, read.ChangedAt is not null, read.Stamp));
    }

    [Fact]
    [Row("A5.computed")]
    public async Task A_computed_value_is_read_back_when_its_row_is_updated()
    {
        await using var session = new Session(Engine);
        var document = new Document { Title = "a" };
        await SaveAsync(session, document);
        Assert.Equal("a!", document.Shout);

        document.Title = "b";
        await session.CommitAsync(Cancellation);

        Assert.Equal("b!", document.Shout);
    }

    [Fact]
    [Row("A5.per-dialect")]
    public async Task A_default_can_be_for_one_database()
    {
        var document = new Document();
        await using (var session = new Session(Engine))
            await SaveAsync(session, document);

        var expected = Engine.Dialect.Name switch
        {
            "sqlite" => 2,
            "postgresql" => 3,
            _ => 4,
        };
        Assert.Equal(expected, document.Engine);
    }

    private async Task<int> SavedAsync(Document document)
    {
        await using var session = new Session(Engine);
        await SaveAsync(session, document);
        return document.Id;
    }

    private async Task SaveAsync(Session session, params Document[] documents)
    {
        await Engine.CreateAllAsync(Models, Cancellation);
        session.AddAll(documents);
        await session.CommitAsync(Cancellation);
    }
}
