using Shared;
using static Retort.Ddl;

namespace Retort.Sqlite.Tests.Catalog;

/// <summary>Tables at random, with everything that a model can say and SQLite can hold; each says what it has, for the histogram.</summary>
/// <param name="seed">The same seed gives the same tables.</param>
internal sealed class GeneratedTables(int seed) : RandomTables(seed)
{
    protected override (Table Table, SortedSet<string> Has) One(string name, Table? other)
    {
        var has = new SortedSet<string>(StringComparer.Ordinal);
        var counted = Chance(3);
        var columns = new List<Column>
        {
            Column("id", Integer(), nullable: false, autoincrement: counted && Tag(has, "autoincrement", true)),
        };
        for (var number = Number(2, 8); number > 0; number--)
            columns.Add(OneColumn($"c{number}{Pick("", "", " d", "\"", "Ü", ".e", "]", "`")}", has));
        columns.Add(Column("number", Integer()));
        columns.Add(Column("words", Text()));
        if (Chance(5))
            columns.Add(
                Column(
                    "stored",
                    Integer(),
                    computed: Tag(has, "column computed, stored", Computed("number * 2", stored: true))
                )
            );
        if (Chance(5))
            columns.Add(
                Column(
                    "virtual",
                    Text(),
                    computed: Tag(has, "column computed, virtual", Computed("lower(words) || 'x'"))
                )
            );
        var key =
            counted || !Chance(3)
                ? Tag<ColumnNames>(has, "key", "id")
                : Tag<ColumnNames>(has, "key composite", ["id", "number"]);
        var elements = new List<ITableElement>(
            columns.Select(column => key.Contains(column.Name) ? column with { Nullable = false } : column)
        )
        {
            PrimaryKey(key),
        };
        elements.AddRange(Constraints(has, other));
        if (!counted && Chance(4))
            elements.Add(Tag(has, "without rowid", Options("WITHOUT ROWID")));
        return (new Table(name, elements, Some(name, has, 5, IndexKinds)), has);
    }

    private Column OneColumn(string name, SortedSet<string> has)
    {
        var (type, defaults) = Pick(Types);
        has.Add($"type {type.Sql}");
        var column = Column(name, type, nullable: Chance(2) || !Tag(has, "column not null", true));
        if (!Chance(4))
        {
            var standard = Pick(defaults);
            has.Add($"default {standard.Form}");
            column = column with { ServerDefault = standard.Default };
        }
        return type is Text or Varchar && Chance(4)
            ? column with
            {
                Collation = Tag(has, "collation", Pick("NOCASE", "RTRIM")),
            }
            : column;
    }

    private IEnumerable<ITableElement> Constraints(SortedSet<string> has, Table? other)
    {
        if (Chance(4))
            yield return Tag(has, "unique", Unique(["words", "number"]));
        if (Chance(3))
            yield return Tag(
                has,
                "check",
                Check(
                    Pick(
                        "number>0",
                        "number IN (1,2) and words <> 'x'",
                        "LENGTH(words)<10 -- short\n",
                        "words <> ')' /* ( */"
                    )
                )
            );
        if (Chance(5))
            yield return Tag(has, "check with a name", Check("number <> 3", "a \"name\""));
        if (other?.PrimaryKey is not { Columns: [var referred] } || !Chance(2))
            yield break;
        yield return Column("other", Integer());
        var key = ForeignKey("other", other.FullName, referred);
        yield return Number(0, 3) switch
        {
            0 => Tag(
                has,
                "foreign key with actions",
                key with
                {
                    OnDelete = Pick(Enum.GetValues<ReferentialAction>()),
                    OnUpdate = ReferentialAction.Cascade,
                }
            ),
            1 => Tag(has, "foreign key deferred", key with { Timing = ConstraintTiming.Deferred }),
            _ => Tag(has, "foreign key", key),
        };
    }

    private static (
        string Kind,
        ValueList<IndexElement> Elements,
        Func<TableIndex, TableIndex> Also
    )[] IndexKinds { get; } =
    [
        ("plain", ["number"], index => index),
        ("unique", ["number", "words"], index => index with { Unique = true }),
        ("descending", [Desc("number"), "words"], index => index),
        ("expression", [Sql("lower( words )"), Sql("number+1")], index => index),
        ("partial", ["number"], index => index with { Where = "words is not null" }),
    ];

    private static (SqlType Type, (string Form, ServerDefault Default)[] Defaults)[] Types { get; } =
    [
        (Bool(), [("boolean", true)]),
        (SmallInt(), [("number", 3)]),
        (Integer(), [("negative", -7), ("expression", Sql("1+2")), ("number", 42)]),
        (BigInt(), [("large", long.MaxValue)]),
        (Real(), [("decimal", 0.5m)]),
        (DoublePrecision(), [("scientific", Sql("1e300")), ("decimal", 1.25m)]),
        (Numeric(10, 2), [("decimal", 12.50m)]),
        (
            Text(),
            [("text", "it's \\ \"x\"\n"), ("empty", ""), ("parenthesised", Sql("('a')")), ("call", Sql("upper('x')"))]
        ),
        (Varchar(20), [("text", "varchar"), ("concatenated", Sql("'a'||'b'"))]),
        (Character(4), [("text", "abcd")]),
        (Uuid(), [("call", Sql("hex(randomblob(16))"))]),
        (Timestamp(timeZone: true), [("now", SqlValue.Now), ("current timestamp", Sql("CURRENT_TIMESTAMP"))]),
        (Date(), [("current date", Sql("current_date"))]),
        (Time(), [("text", "12:00")]),
        (Interval(), [("number", 5)]),
        (Blob(), [("blob", Sql("X'00ff'"))]),
        (Json(), [("text", "{\"a\": [1]}")]),
        (Unknown("MEDIUMINT UNSIGNED"), [("number", 1)]),
        (Unknown("DECIMAL(5,1)"), [("decimal", 1.5m)]),
        (UnsignedBigInt(), [("text", "00000000000000000007")]),
        (Numeric(), [("decimal", 1.5m)]),
        (Varchar(), [("text", "any length")]),
        (Inet(), [("text", "::1")]),
        (RangeOf(Integer()), [("text", "[1,5)")]),
        (ArrayOf(Integer()), [("text", "[1]")]),
        (Unknown(""), [("null", Sql("NULL"))]),
    ];

    public override IEnumerable<string> Kinds =>
        [
            .. KindsOf(Types),
            .. IndexKinds.Select(each => $"index {each.Kind}"),
            "key",
            "key composite",
            "autoincrement",
            "without rowid",
            "collation",
            "column computed, stored",
            "column computed, virtual",
            "column not null",
            "unique",
            "check",
            "check with a name",
            "foreign key",
            "foreign key with actions",
            "foreign key deferred",
        ];
}
