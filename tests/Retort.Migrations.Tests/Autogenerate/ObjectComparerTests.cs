using static Retort.Ddl;

namespace Retort.Migrations.Tests.Autogenerate;

/// <summary>What there is beside tables, on SQLite.</summary>
public sealed class ObjectComparerTests : IDisposable
{
    private static readonly CarriedObject Trigger = new(
        "trigger",
        "renamed",
        "CREATE TRIGGER renamed INSTEAD OF UPDATE ON v BEGIN UPDATE hero SET name = new.name; END;"
    )
    {
        AfterTables = true,
    };

    private readonly SchemaDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    [Row("J1.objects")]
    public void A_view_is_added_replaced_and_removed_and_each_step_comes_back()
    {
        Assert.Equal(
            ["op.CreateView(\"v\", \"SELECT name FROM hero -- all\");"],
            Detects(["Detected added table 'hero'", "Detected added view 'v'"], View("SELECT name FROM hero -- all"))[
                1..
            ]
        );
        Assert.Equal(
            ["op.ReplaceView(\"v\", \"SELECT id FROM hero\", columns: [\"number\"]);"],
            Detects(["Detected changed view 'v'"], View("SELECT id FROM hero") with { Columns = ["number"] })
        );
        Assert.Empty(Detects([], View("select id from hero") with { Columns = ["number"] }));
        Assert.Equal(["op.DropView(\"v\");"], Detects(["Detected removed view 'v'"]));
    }

    [Fact]
    [Row("J1.objects")]
    public void A_view_with_a_trigger_is_made_anew_with_it()
    {
        Detects(
            ["Detected added table 'hero'", "Detected added view 'v'", "Detected added trigger 'renamed'"],
            View("SELECT name FROM hero"),
            Trigger
        );
        Assert.Equal(
            ["DropTrigger", "DropView", "CreateView", "CreateTrigger"],
            Detects(["Detected changed view 'v'"], View("SELECT name, id FROM hero"), Trigger).Select(Verb)
        );
    }

    [Fact]
    [Row("J1.objects")]
    public void What_SQLite_has_not_is_neither_missed_nor_created()
    {
        SchemaObject[] others =
        [
            new SequenceDefinition("number"),
            new ExtensionDefinition("citext"),
            new DomainDefinition("email", Text()),
            new EnumDefinition("mood", ["ok"]),
        ];
        Assert.Empty(_database.Compare(new MetaData { Objects = others }).Upgrade);
        var op = new Operations();
        op.CreateSequence("number");
        op.AlterSequence("number", Identity(start: 5));
        op.CreateDomain("email", Text(), comment: "why");
        op.AlterDomain("email", nullable: false);
        op.CreateExtension("citext");
        op.CreateEnum("mood", ["ok"]);
        op.AddEnumLabel("mood", "sad");
        op.RenameEnumLabel("mood", "sad", "blue");
        op.AlterEnum("mood", ["blue"]);
        op.CreateSchema("app");
        _database.Run(op.Steps);
        _database.Run(op.Steps.OfType<CreateDomainOp>().Select(step => step.Reverse()));
        Assert.Empty(_database.Read().Objects);
    }

    private static ViewDefinition View(string query) => new("v", query);

    private static string Verb(string operation) => operation[3..operation.IndexOf('(', StringComparison.Ordinal)];

    /// <summary>Compares, goes there, back and there again; afterwards nothing is left to detect.</summary>
    /// <returns>The operations.</returns>
    private string[] Detects(string[] words, params SchemaObject[] objects)
    {
        var declared = new MetaData(
            new Table("hero", Column("id", Integer(), nullable: false), Column("name", Text()), PrimaryKey("id"))
        )
        {
            Objects = objects,
        };
        var before = _database.Read();
        var result = _database.Reach(declared);
        Assert.Equal(words, result.Detected);
        _database.Run(result.Downgrade);
        Assert.Equal(before.Objects, _database.Read().Objects);
        _database.Run(result.Upgrade);
        Assert.Empty(_database.Compare(declared).Detected);
        return [.. result.Upgrade.Select(operation => operation.ToString())];
    }
}
