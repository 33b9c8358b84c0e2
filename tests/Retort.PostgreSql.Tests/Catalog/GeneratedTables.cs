using Shared;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests.Catalog;

/// <summary>Tables at random, with everything that a model can say; each says what it has, for the histogram.</summary>
/// <param name="seed">The same seed gives the same tables.</param>
internal sealed class GeneratedTables(int seed) : RandomTables(seed)
{
    private readonly EnumType _mood = Enumeration("mood", ["sad", "ok", "it's \"fine\""]);

    protected override (Table Table, SortedSet<string> Has) One(string name, Table? other)
    {
        var has = new SortedSet<string>(StringComparer.Ordinal);
        var columns = new List<Column> { Key(has) };
        for (var number = Number(4, 12); number > 0; number--)
            columns.Add(OneColumn($"c{number}{Pick("", "", " d", "\"", "Ü", ".e")}", has));
        columns.Add(Column("number", Integer()));
        columns.Add(Column("words", Text()));
        if (Chance(6))
        {
            has.Add("column computed");
            columns.Add(Column("twice", Integer()) with { Computed = new("number * 2", Stored: true) });
        }
        var elements = new List<ITableElement>(columns);
        elements.Add(
            PrimaryKey(
                Chance(4)
                    ? Tag<ColumnNames>(has, "key composite", ["id", "number"])
                    : Tag<ColumnNames>(has, "key", "id")
            )
        );
        elements.AddRange(Constraints(has, other));
        var table = new Table(
            name,
            elements.Select(element => NotNullInKey(element, elements)),
            Some(name, has, 7, IndexKinds)
        )
        {
            Comment = Chance(5) ? Tag(has, "table comment", "It's\na \\ table") : null,
        };
        return (table, has);
    }

    private static ITableElement NotNullInKey(ITableElement element, List<ITableElement> elements) =>
        element is Column column && elements.OfType<PrimaryKeyConstraint>().Single().Columns.Contains(column.Name)
            ? column with
            {
                Nullable = false,
            }
            : element;

    private Column Key(SortedSet<string> has) =>
        Number(0, 4) switch
        {
            0 => Column("id", Integer(), nullable: false, autoincrement: true) with
            {
                Identity = Tag(has, "identity always", new Identity(IdentityKind.Always) { Start = 7 }),
            },
            1 => Column("id", BigInt(), nullable: false, autoincrement: true) with
            {
                Identity = Tag(has, "serial", new Identity(IdentityKind.Serial)),
            },
            2 => Column("id", Tag(has, "key uuid", Uuid()), nullable: false),
            _ => Column("id", Integer(), nullable: false, autoincrement: Tag(has, "identity", true)),
        };

    private Column OneColumn(string name, SortedSet<string> has)
    {
        var (type, defaults) = Pick(Types);
        if (type is EnumType)
            type = _mood;
        has.Add($"type {type.Sql}");
        var column = Column(name, type, nullable: Chance(2) || !Tag(has, "column not null", true));
        if (defaults.Length > 0 && !Chance(8))
        {
            var standard = Pick(defaults);
            has.Add($"default {standard.Form}");
            column = column with { ServerDefault = standard.Default };
        }
        if (type is Text or Varchar && Chance(5))
            column = column with { Collation = Tag(has, "column collation", "C") };
        return Chance(6) ? column with { Comment = Tag(has, "column comment", "100 % 'sure'") } : column;
    }

    private IEnumerable<ITableElement> Constraints(SortedSet<string> has, Table? other)
    {
        if (Chance(5))
            yield return Tag(has, "unique", Unique("number"));
        if (Chance(6))
            yield return Tag(
                has,
                "unique nulls not distinct",
                Unique(["words", "number"]) with
                {
                    NullsNotDistinct = true,
                }
            );
        if (Chance(6))
            yield return Tag(
                has,
                "unique deferrable",
                Unique(["number", "words"]) with
                {
                    Timing = ConstraintTiming.Deferred,
                }
            );
        if (Chance(4))
            yield return Tag(
                has,
                "check",
                Check(
                    Pick("number>0", "number IN (1,2) and words <> 'x'", "LENGTH(words)<10", "number BETWEEN 1 AND 5")
                )
            );
        if (Chance(8))
            yield return Tag(
                has,
                "check no inherit",
                Check("number <> 3 AND words <> ''", "ck \"inherit\"") with
                {
                    NoInherit = true,
                }
            );
        if (Chance(8))
            yield return Tag(
                has,
                "exclusion",
                new ExclusionConstraint(null, [new("number", "=")]) { Where = "number > 0" }
            );
        if (other is null || other.PrimaryKey is not { Columns.Count: 1 } || !Chance(2))
            yield break;
        var referred = other.FindColumn(other.PrimaryKey.Columns[0])!;
        yield return Column("other", referred.Type);
        var key = ForeignKey("other", other.FullName, other.PrimaryKey.Columns);
        yield return Number(0, 4) switch
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
            1 => Tag(has, "foreign key deferrable", key with { Timing = ConstraintTiming.Deferrable }),
            2 => Tag(has, "foreign key full", key with { MatchFull = true }),
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
        (
            "nulls",
            [new IndexElement("number") { Nulls = NullsOrder.First }, Desc("words") with { Nulls = NullsOrder.Last }],
            index => index
        ),
        ("expression", [Sql("lower( words )"), Sql("number+1")], index => index),
        ("partial", ["number"], index => index with { Where = "words is not null" }),
        ("include", ["number"], index => index with { Include = ["words"] }),
        ("hash", ["words"], index => index with { Method = "hash" }),
        ("brin", ["number"], index => index with { Method = "brin", Storage = "pages_per_range=16" }),
        ("operator class", [new IndexElement("words") { OperatorClass = "text_pattern_ops" }], index => index),
        ("collation", [new IndexElement("words") { Collation = "C" }], index => index),
        ("storage", ["words"], index => index with { Storage = "fillfactor=70" }),
        ("nulls not distinct", ["words"], index => index with { Unique = true, NullsNotDistinct = true }),
        ("comment", ["words", "number"], index => index with { Comment = "why" }),
    ];

    private static (SqlType Type, (string Form, ServerDefault Default)[] Defaults)[] Types { get; } =
    [
        (Bool(), [("boolean", true), ("cast", Sql("'f'::bool"))]),
        (SmallInt(), [("number", 3)]),
        (Integer(), [("negative", -7), ("expression", Sql("1+2"))]),
        (BigInt(), [("large", long.MaxValue)]),
        (Real(), [("decimal", 0.5m)]),
        (DoublePrecision(), [("special", Sql("'NaN'")), ("decimal", 1.25m)]),
        (Numeric(10, 2), [("decimal", 12.50m), ("quoted number", Sql("'3'"))]),
        (
            Text(),
            [("text", "it's \\ \"x\"\n"), ("empty", ""), ("parenthesised", Sql("('a')")), ("call", Sql("upper('x')"))]
        ),
        (Varchar(20), [("text", "varchar"), ("concatenated", Sql("'a'||'b'"))]),
        (Character(4), [("text", "abcd")]),
        (Uuid(), [("call", Sql("gen_random_uuid()"))]),
        (Timestamp(timeZone: true), [("now", SqlValue.Now), ("current timestamp", Sql("CURRENT_TIMESTAMP"))]),
        (Timestamp(), [("cast", Sql("'2026-01-01'::timestamp"))]),
        (Date(), [("current date", Sql("current_date"))]),
        (Time(), [("quoted", Sql("'12:00'"))]),
        (Interval(), [("quoted", Sql("'1 day 2 hours'"))]),
        (Blob(), [("quoted", Sql(@"'\x00ff'"))]),
        (Json(), [("json", Sql("'{\"a\": [1]}'"))]),
        (ArrayOf(Integer()), [("array", Sql("'{1,2}'")), ("array expression", Sql("ARRAY[1,2]"))]),
        (ArrayOf(Text()), [("array", Sql("'{}'"))]),
        (Enumeration("mood", []), [("enum", "ok")]),
        (Numeric(), [("decimal", 1.5m)]),
        (UnsignedBigInt(), [("large", long.MaxValue)]),
        (Varchar(), [("text", "any length")]),
        (Timestamp(timeZone: true, precision: 3), [("now", SqlValue.Now)]),
        (Timestamp(precision: 0), [("now", Sql("now()"))]),
        (Time(2), [("quoted", Sql("'12:00'"))]),
        (Json(binary: false), [("json", Sql("'[]'"))]),
        (Xml(), [("quoted", Sql("'<a/>'"))]),
        (Inet(), [("quoted", Sql("'::1'"))]),
        (Cidr(), [("quoted", Sql("'10.0.0.0/8'"))]),
        (MacAddress(), [("quoted", Sql("'08:00:2b:01:02:03'"))]),
        (TsVector(), [("call", Sql("to_tsvector('english', 'cats')"))]),
        (TsQuery(), [("quoted", Sql("'a & b'"))]),
        (Bit(4), [("bits", Sql("B'0101'"))]),
        (BitVarying(9), [("bits", Sql("B'101'"))]),
        (BitVarying(), []),
        (RangeOf(Integer()), [("range", Sql("'[1,5)'"))]),
        (RangeOf(Numeric()), [("range", Sql("numrange(1.0, 2.5)"))]),
        (RangeOf(Timestamp(timeZone: true)), []),
        (RangeOf(Date(), multiple: true), []),
        (ArrayOf(RangeOf(Date())), []),
        (Unknown("money"), [("quoted", Sql("'1'"))]),
        (Unknown("time with time zone"), [("quoted", Sql("'12:00+01'"))]),
        (Unknown("interval day to second(2)"), []),
    ];

    public override IEnumerable<string> Kinds =>
        [
            .. KindsOf(Types),
            .. IndexKinds.Select(each => $"index {each.Kind}"),
            "key",
            "key composite",
            "key uuid",
            "identity",
            "identity always",
            "serial",
            "column collation",
            "column comment",
            "column computed",
            "column not null",
            "table comment",
            "unique",
            "unique nulls not distinct",
            "unique deferrable",
            "check",
            "check no inherit",
            "exclusion",
            "foreign key",
            "foreign key with actions",
            "foreign key deferrable",
            "foreign key full",
        ];
}
