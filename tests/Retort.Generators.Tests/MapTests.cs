using System.Text.Json.Nodes;
using Retort.Generators.Tests.Models;

namespace Retort.Generators.Tests;

/// <summary>Generated maps at work: what is written is read, and what changes is seen.</summary>
[Row("A2.generated-maps")]
public sealed class MapTests : IDisposable
{
    private readonly Database _database = new();

    public void Dispose() => _database.Dispose();

    private static Everything Full() =>
        new()
        {
            Id = 7,
            Bool = true,
            BoolOrNull = false,
            Short = short.MinValue,
            ShortOrNull = 3,
            Int = int.MaxValue,
            IntOrNull = -1,
            Long = long.MinValue,
            LongOrNull = 5,
            Float = 1.5f,
            FloatOrNull = -2.25f,
            Double = 0.1,
            DoubleOrNull = double.MaxValue,
            Decimal = 12.3456m,
            DecimalOrNull = -0.5m,
            String = "naïve ' \" \n 🦸",
            StringOrNull = "",
            Guid = Guid.NewGuid(),
            GuidOrNull = Guid.Empty,
            Instant = new DateTimeOffset(2026, 11, 21, 10, 0, 0, 123, TimeSpan.Zero),
            InstantOrNull = DateTimeOffset.UnixEpoch,
            Time = new DateTime(2026, 11, 21, 10, 0, 0, DateTimeKind.Utc),
            TimeOrNull = DateTime.UnixEpoch,
            Day = new DateOnly(2026, 11, 21),
            DayOrNull = DateOnly.MinValue,
            Clock = new TimeOnly(13, 30),
            ClockOrNull = TimeOnly.MinValue,
            Bytes = [0, 255, 39],
            BytesOrNull = [],
            Json = new JsonObject { ["a"] = new JsonArray(1, null, "x") },
            JsonOrNull = JsonValue.Create(3),
            List = ["", "x"],
            ListOrNull = [1, null],
            Map = new() { ["suit"] = "red", ["none"] = null },
            MapOrNull = new() { ["ids"] = [Guid.NewGuid()] },
        };

    [Fact]
    public void Every_type_is_read_as_it_was_written()
    {
        var written = Full();
        Assert.Empty(Changes(written, _database.RoundTrip(written)));
    }

    [Fact]
    public void Null_is_read_as_it_was_written()
    {
        var written = new Everything();
        var read = _database.RoundTrip(written);
        Assert.Empty(Changes(written, read));
        Assert.Null(read.ListOrNull);
        Assert.Null(read.BytesOrNull);
    }

    [Fact]
    public void A_change_of_any_column_is_seen_and_no_other()
    {
        var full = Full();
        for (var column = 0; column < Everything.Table.Columns.Count; column++)
        {
            var other = _database.RoundTrip(full);
            _database.Load(new Everything(), other, default(ColumnSet).With(column));
            Assert.Equal([column], Changes(full, other));
        }
    }

    [Fact]
    [Row("C6.in-place")]
    public void A_change_inside_a_value_is_seen_and_taken_back()
    {
        var entity = Full();
        var changed = Visit<Everything, (ColumnSet Changed, ColumnSet Restored)>(
            new InPlace<Everything>(
                entity,
                it =>
                {
                    it.List.Add("flight");
                    it.Bytes[0] = 1;
                    it.Map["suit"] = "blue";
                    it.Json["a"]!.AsArray().Clear();
                    it.MapOrNull!["ids"].Clear();
                }
            )
        );
        Assert.Equal(["bytes", "json", "list", "map", "map_or_null"], Names<Everything>(changed.Changed));
        Assert.True(changed.Restored.IsEmpty);
        Assert.Equal(["", "x"], entity.List);
        Assert.Equal("red", (string?)entity.Map["suit"]);
    }

    [Fact]
    public void A_number_that_is_none_does_not_change()
    {
        var entity = Full();
        (entity.Double, entity.FloatOrNull) = (double.NaN, float.NaN);
        var result = Visit<Everything, (ColumnSet Changed, ColumnSet Restored)>(
            new InPlace<Everything>(entity, _ => { })
        );
        Assert.True(result.Changed.IsEmpty);
    }

    [Fact]
    [Row("A5.initialiser")]
    public void Reading_runs_no_initialiser()
    {
        var written = new Counted();
        var before = Counted.Initialised;
        Assert.Equal(written.Id, _database.RoundTrip(written).Id);
        Assert.Equal(before, Counted.Initialised);
    }

    [Fact]
    public void Setters_that_the_compiler_forbids_and_constructors_are_called()
    {
        var written = Document.Called("a", "b");
        written.Revise();
        var read = _database.RoundTrip(written);
        Assert.Equal(("a", "b", "c", 1), (read.Name, read.Title, read.Code, read.Revision));
        Assert.Equal(["made"], read.Log);
    }

    [Fact]
    [Row("A4.composite")]
    public void A_key_of_two_columns_is_a_tuple()
    {
        var (hero, map) = (Guid.NewGuid(), Map<Membership, (Guid, long)>());
        var membership = new Membership { HeroId = hero, NodeId = 3 };
        Assert.Equal((hero, 3), map.KeyOf(membership));
        Assert.Equal((hero, 3), map.KeyFrom([hero, 3]));
        Assert.Throws<ArgumentException>(() => map.KeyFrom([hero]));
        Assert.Equal(
            (hero, 3),
            _database.Row("SELECT @p0, @p1", row => map.ReadKey(row, 0), writer => map.WriteKey((hero, 3), writer))
        );
        Assert.True(map.ServerColumns.IsEmpty);
        Assert.Equal(["hero_id", "node_id"], Membership.Table.PrimaryKey!.Columns);
    }

    [Fact]
    [Row("A4.autoincrement")]
    public void A_whole_number_key_counts_up()
    {
        var map = Map<Node, long>();
        Assert.True(Node.Table.Columns[0].Autoincrement);
        Assert.Equal(["id"], Names<Node>(map.ServerColumns));
        Assert.Equal((false, true), (map.HasKey(new Node()), map.HasKey(new Node { Id = 1 })));
        Assert.Equal(["parent_id", "root_id"], Names<Node>(map.InsertColumns(new Node())));
        Assert.Equal(["id", "parent_id", "root_id"], Names<Node>(map.InsertColumns(new Node { Id = 1 })));
    }

    [Fact]
    public void A_text_is_a_key_once_it_is_there()
    {
        var map = Map<Document, string>();
        Assert.Equal((false, true), (map.HasKey(Document.Called(null!, "t")), map.HasKey(Document.Called("a", "t"))));
    }

    [Fact]
    [Row("C5.self-references")]
    public void A_row_knows_its_parents_of_the_same_table()
    {
        var map = Map<Node, long>();
        Assert.Equal(2, map.SelfReferences);
        Assert.False(map.TryGetParent(new Node(), 0, out _));
        Assert.True(map.TryGetParent(new Node { ParentId = 4, RootId = 5 }, 0, out var parent));
        Assert.True(map.TryGetParent(new Node { ParentId = 4, RootId = 5 }, 1, out var root));
        Assert.Equal((4, 5), (parent, root));
    }

    [Fact]
    public void A_value_is_described_for_error_messages()
    {
        var entity = Full();
        Assert.Equal("7", Everything_(0));
        Assert.Equal("\"\"", Everything_(Position("string_or_null")));
        Assert.Equal("""["","x"]""", Everything_(Position("list")));
        Assert.Equal("3 bytes", Everything_(Position("bytes")));

        string Everything_(int column) => Map<Everything, int>().Describe(entity, column);
    }

    [Fact]
    public void A_row_that_is_absent_reads_as_null()
    {
        ISelectable<Node?> optional = At<Node.OptionalColumns>(Node.Table);
        Assert.Equal((null, 3), _database.Row("SELECT NULL, NULL, NULL, 1", Read));
        Assert.Equal((9L, 3), _database.Row("SELECT 9, NULL, 1, 1", Read));

        (long? Id, int Next) Read(Row row)
        {
            var next = 0;
            return (optional.Read(row, ref next)?.Id, next);
        }
    }

    private static C At<C>(Table table)
        where C : struct, IColumns<C> => C.At(new Source(table));

    private static int Position(string column) =>
        Everything.Table.Columns.Select(each => each.Name).ToList().IndexOf(column);

    private static List<int> Changes(Everything before, Everything now)
    {
        var changed = Visit<Everything, ColumnSet>(new Compare<Everything>(before, now));
        return [.. Enumerable.Range(0, Everything.Table.Columns.Count).Where(changed.Contains)];
    }

    private static IEnumerable<string> Names<E>(ColumnSet columns)
        where E : class, ITableModel<E> =>
        E.Table.Columns.Where((_, position) => columns.Contains(position)).Select(column => column.Name);

    private static EntityMap<E, TKey> Map<E, TKey>()
        where E : class, ITableModel<E>
        where TKey : notnull, IEquatable<TKey> => Assert.IsType<EntityMap<E, TKey>>(E.Map, exactMatch: false);

    private static T Visit<E, T>(IEntityMapVisitor<T> visitor)
        where E : class, ITableModel<E> => E.Map.Accept(visitor);

    /// <summary>What differs between two objects.</summary>
    private sealed class Compare<M>(M before, M now) : IEntityMapVisitor<ColumnSet>
        where M : class
    {
        public ColumnSet Visit<E, TKey, TValues>(EntityMap<E, TKey, TValues> map)
            where E : class
            where TKey : notnull, IEquatable<TKey>
            where TValues : struct
        {
            map.Capture((E)(object)before, out var values);
            return map.Changes((E)(object)now, values);
        }
    }

    /// <summary>What differs after a change, and after it was taken back twice.</summary>
    private sealed class InPlace<M>(M entity, Action<M> change)
        : IEntityMapVisitor<(ColumnSet Changed, ColumnSet Restored)>
        where M : class
    {
        public (ColumnSet Changed, ColumnSet Restored) Visit<E, TKey, TValues>(EntityMap<E, TKey, TValues> map)
            where E : class
            where TKey : notnull, IEquatable<TKey>
            where TValues : struct
        {
            var it = (E)(object)entity;
            map.Capture(it, out var values);
            change(entity);
            var changed = map.Changes(it, values);
            map.Restore(it, changed, values);
            change(entity);
            map.Restore(it, changed, values);
            return (changed, map.Changes(it, values));
        }
    }
}
