using static Retort.Ddl;

namespace Retort.Migrations.Tests.Autogenerate;

/// <summary>What each comparer detects, in its words, and that nothing is left to detect afterwards.</summary>
public sealed class ComparerTests : IDisposable
{
    private readonly SchemaDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    [Row("J1.tables")]
    public void A_new_table_comes_with_its_indexes_and_goes_with_them()
    {
        var hero = new Table(
            "hero",
            [Id, Column("name", Text(), nullable: false), PrimaryKey("id")],
            [TableIndex.On(null, "name")]
        );
        var added = Detects(
            ["Detected added table 'hero'", "Detected added index 'ix_hero_name' on hero (name)"],
            hero
        );
        Assert.Equal(["DropIndex", "DropTable"], added.Downgrade.Select(Verb));
        Detects(["Detected removed table 'hero'"]);
        Assert.Empty(_database.Read().Tables);
    }

    [Fact]
    [Row("J1.order")]
    public void Tables_are_created_behind_those_they_refer_to_and_dropped_before_them()
    {
        var team = new Table("team", [Id, PrimaryKey("id")]);
        var hero = new Table(
            "hero",
            [Id, Column("team_id", Uuid()), PrimaryKey("id"), ForeignKey("team_id", "team", "id")]
        );
        var result = Detects(["Detected added table 'team'", "Detected added table 'hero'"], hero, team);
        Assert.Equal(
            ["op.DropTable(\"hero\");", "op.DropTable(\"team\");"],
            result.Downgrade.Select(operation => operation.ToString())
        );
    }

    [Fact]
    [Row("J1.columns")]
    public void Columns_are_added_and_removed()
    {
        _database.Reach(Hero());
        Detects(["Detected added column 'hero.age'"], Hero(Column("age", Integer())));
        Detects(["Detected removed column 'hero.age'"], Hero());
    }

    [Fact]
    [Row("J1.types")]
    public void A_type_change_names_both_types()
    {
        _database.Reach(Hero(Column("nick", Varchar(30))));
        Detects(
            ["Detected type change from varchar(30) to varchar(40) on column 'hero.nick'"],
            Hero(Column("nick", Varchar(40)))
        );
    }

    [Fact]
    [Row("J1.nullability")]
    public void Nullability_is_detected_both_ways()
    {
        _database.Reach(Hero(Column("nick", Text())));
        Detects(["Detected NOT NULL on column 'hero.nick'"], Hero(Column("nick", Text(), nullable: false)));
        Detects(["Detected NULL on column 'hero.nick'"], Hero(Column("nick", Text())));
    }

    [Fact]
    [Row("J1.server-defaults")]
    public void Server_defaults_are_set_changed_and_dropped()
    {
        _database.Reach(Hero(Column("rank", Integer())));
        Detects(
            ["Detected server default change on column 'hero.rank'"],
            Hero(Column("rank", Integer(), serverDefault: 3))
        );
        Detects(
            ["Detected server default change on column 'hero.rank'"],
            Hero(Column("rank", Integer(), serverDefault: Sql("1 + 1")))
        );
        Detects(["Detected server default change on column 'hero.rank'"], Hero(Column("rank", Integer())));
    }

    [Theory]
    [InlineData("'a'", "a")]
    [InlineData("('a')", "a")]
    [InlineData("'it''s'", "it's")]
    [Row("J3.default-text")]
    public void The_same_default_in_another_spelling_is_no_change(string written, string declared)
    {
        _database.Execute($"CREATE TABLE t (x TEXT DEFAULT {written})");
        Assert.True(_database.Compare(new Table("t", [Column("x", Text(), serverDefault: declared)])).IsEmpty);
        Assert.False(
            _database.Compare(new Table("t", [Column("x", Text(), serverDefault: declared.ToUpperInvariant())])).IsEmpty
        );
    }

    [Fact]
    [Row("J3.now")]
    public void The_portable_time_is_no_change()
    {
        var table = Hero(Column("made", Timestamp(timeZone: true), nullable: false, serverDefault: SqlValue.Now));
        _database.Reach(table);
        Assert.True(_database.Compare(table).IsEmpty);
    }

    [Fact]
    [Row("J1.uniques")]
    public void Unique_constraints_are_added_changed_and_removed()
    {
        _database.Reach(Hero(Column("a", Text()), Column("b", Text())));
        Detects(
            ["Detected added unique constraint 'uq_hero_a' on hero (a)"],
            Hero(Column("a", Text()), Column("b", Text()), Unique("a"))
        );
        Detects(
            [
                "Detected removed unique constraint 'uq_hero_a' on hero (a)",
                "Detected added unique constraint 'uq_hero_a' on hero (a, b)",
            ],
            Hero(Column("a", Text()), Column("b", Text()), Unique(["a", "b"], name: "uq_hero_a"))
        );
    }

    [Fact]
    [Row("J1.checks")]
    public void Checks_are_compared_by_text()
    {
        _database.Reach(Hero(Column("age", Integer()), Check("age >= 0")));
        Assert.True(
            _database.Compare(Hero(Column("age", Integer()), Check(" (age>=0) ", name: "ck_hero_age"))).IsEmpty
        );
        Detects(
            [
                "Detected removed check 'ck_hero_age' on hero (age >= 0)",
                "Detected added check 'ck_hero_age' on hero (age > 0)",
            ],
            Hero(Column("age", Integer()), Check("age > 0"))
        );
    }

    [Fact]
    [Row("J1.foreign-keys")]
    public void Foreign_keys_are_compared_with_their_actions()
    {
        _database.Reach(Hero(Column("boss", Uuid())));
        Detects(
            ["Detected added foreign key 'fk_hero_boss_hero' on hero (boss) to hero (id)"],
            Hero(Column("boss", Uuid()), ForeignKey("boss", "hero", "id"))
        );
        Detects(
            [
                "Detected removed foreign key 'fk_hero_boss_hero' on hero (boss) to hero (id)",
                "Detected added foreign key 'fk_hero_boss_hero' on hero (boss) to hero (id)",
            ],
            Hero(Column("boss", Uuid()), ForeignKey("boss", "hero", "id", onDelete: ReferentialAction.SetNull))
        );
    }

    [Fact]
    [Row("J1.indexes")]
    public void Indexes_are_compared_by_columns_order_uniqueness_and_condition()
    {
        Table With(TableIndex index) => new("hero", [Id, Column("a", Text()), PrimaryKey("id")], [index]);
        _database.Reach(With(TableIndex.On("ix", "a")));
        TableIndex[] others =
        [
            TableIndex.On("ix", "a") with
            {
                Unique = true,
            },
            new("ix", [Desc("a")]),
            TableIndex.On("ix", "a") with
            {
                Where = "a <> 'x'",
            },
            new("ix", [Sql("lower(a)")]),
        ];
        foreach (var index in others)
        {
            Assert.Equal(["DropIndex", "CreateIndex"], _database.Reach(With(index)).Upgrade.Select(Verb));
            Assert.True(_database.Compare(With(index)).IsEmpty);
        }
    }

    [Fact]
    [Row("J1.primary-key")]
    public void A_primary_key_that_differs_is_made_anew()
    {
        _database.Reach(Hero(Column("code", Text(), nullable: false)));
        Detects(
            [
                "Detected removed primary key 'pk_hero' on hero (id)",
                "Detected added primary key 'pk_hero' on hero (code)",
            ],
            new Table("hero", [Id, Column("code", Text(), nullable: false), PrimaryKey("code")])
        );
    }

    [Fact]
    [Row("J1.options")]
    public void Options_of_a_table_are_detected_both_ways()
    {
        _database.Reach(Hero());
        Detects(
            ["Detected change of options from none to WITHOUT ROWID on table 'hero'"],
            new Table("hero", Id, PrimaryKey("id"), Options("WITHOUT ROWID"))
        );
        Detects(["Detected change of options from WITHOUT ROWID to none on table 'hero'"], Hero());
    }

    [Fact]
    [Row("J1.collation")]
    public void A_collation_is_detected_both_ways()
    {
        _database.Reach(Hero(Column("nick", Text())));
        Detects(
            ["Detected collation change from the default to NOCASE on column 'hero.nick'"],
            Hero(Column("nick", Text(), collation: "NOCASE"))
        );
        Detects(
            ["Detected collation change from NOCASE to the default on column 'hero.nick'"],
            Hero(Column("nick", Text()))
        );
    }

    [Fact]
    [Row("J5.fill")]
    public void Rows_get_what_the_type_of_a_column_begins_with_where_it_becomes_NOT_NULL()
    {
        _database.Reach(Hero(Column("nick", Text())));
        _database.Execute("INSERT INTO hero (id) VALUES ('one')");

        var result = Detects(
            ["Detected added column 'hero.age'", "Detected NOT NULL on column 'hero.nick'"],
            Hero(Column("nick", Text(), nullable: false), Column("age", Integer(), nullable: false))
        );

        Assert.Contains("fill: 0", result.Upgrade[0].ToString(), StringComparison.Ordinal);
    }

    private static Column Id => Column("id", Uuid(), nullable: false);

    private static Table Hero(params ITableElement[] more) => new("hero", [Id, .. more, PrimaryKey("id")]);

    private static string Verb(Operation operation) => operation.ToString().Split('(')[0]["op.".Length..];

    /// <summary>Detects just this, and nothing once it is done; undone, it is detected again.</summary>
    private AutogenerateResult Detects(string[] words, params Table[] declared)
    {
        var result = _database.Reach(declared);
        Assert.Equal(words, result.Detected);
        Assert.True(_database.Compare(declared).IsEmpty);
        _database.Run(result.Downgrade);
        Assert.Equal(words, _database.Reach(declared).Detected);
        return result;
    }
}
