using FsCheck;
using FsCheck.Fluent;
using static Retort.Ddl;

namespace Retort.Migrations.Tests.Autogenerate;

/// <summary>From any schema to any other and back: nothing is left to detect after each step.</summary>
public sealed class ConvergenceTests
{
    private static readonly SqlType[] Types =
    [
        Integer(),
        BigInt(),
        Text(),
        Varchar(40),
        Uuid(),
        Bool(),
        Numeric(10, 2),
        DoublePrecision(),
        Timestamp(timeZone: true),
        Json(),
        Blob(),
        Date(),
    ];

    private static Gen<Column> ColumnNamed(string name) =>
        from type in Gen.Elements(Types)
        from nullable in Gen.Elements(true, false)
        from standard in Gen.Elements<ServerDefault>(
            default,
            default,
            7,
            "it's",
            Sql("1 + 1"),
            SqlValue.Now,
            true,
            1.5m
        )
        select Column(name, type, nullable, standard);

    private static Gen<Table> TableNamed(string name, string? refersTo) =>
        from columns in Gen.SubListOf("a", "b", "c d", "select", "é")
        from definitions in columns
            .Distinct()
            .Select(ColumnNamed)
            .Aggregate(
                Gen.Constant(new List<Column>()),
                (list, next) => from some in list from one in next select (List<Column>)[.. some, one]
            )
        from unique in Gen.Elements(true, false)
        from check in Gen.Elements(true, false)
        from index in Gen.Elements(0, 1, 2, 3)
        from action in Gen.Elements(Enum.GetValues<ReferentialAction>())
        from refers in Gen.Elements(true, false)
        select Build(name, definitions, unique, check, index, refers ? refersTo : null, action);

    private static Table Build(
        string name,
        List<Column> columns,
        bool unique,
        bool check,
        int index,
        string? refersTo,
        ReferentialAction action
    )
    {
        var elements = new List<ITableElement> { Column("id", Integer(), nullable: false), PrimaryKey("id") };
        elements.AddRange(columns);
        if (refersTo is not null)
            elements.AddRange([Column("ref", Integer()), ForeignKey("ref", refersTo, "id", onDelete: action)]);
        if (unique && columns is [var first, ..])
            elements.Add(Unique(first.Name));
        if (check)
            elements.Add(Check("id <> 0 AND id > -5"));
        TableIndex[] indexes = (index, columns) switch
        {
            (1, [var one, ..]) => [TableIndex.On(null, one.Name)],
            (2, [var one, ..]) => [new TableIndex($"ix {name}", [Desc(one.Name), Sql("id + 1")]) { Where = "id > 3" }],
            (3, _) => [TableIndex.On(null, "id") with { Unique = true }],
            _ => [],
        };
        return new Table(name, elements, indexes);
    }

    private static Gen<Table[]> Schemas() =>
        from heroes in TableNamed("hero", "team")
        from teams in TableNamed("team", "team")
        from order in TableNamed("order", "hero")
        from some in Gen.Elements(0, 1, 2)
        select some switch
        {
            0 => [heroes, teams, order],
            1 => new[] { heroes, teams },
            _ => [teams],
        };

    [Fact]
    [Row("J4.schema-to-schema")]
    public void Any_schema_leads_to_any_other_and_back()
    {
        var pairs = (from first in Schemas() from second in Schemas() select (first, second)).ToArbitrary();
        Prop.ForAll(pairs, pair => Converges(pair.first, pair.second))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(120));
    }

    private static void Converges(Table[] first, Table[] second)
    {
        using var database = new SchemaDatabase();
        database.Reach(first);
        Assert.Equal([], database.Compare(first).Detected);
        var step = database.Reach(second);
        Assert.Equal([], database.Compare(second).Detected);
        database.Run(step.Downgrade);
        Assert.Equal([], database.Compare(first).Detected);
    }
}
