using static Retort.Ddl;

namespace Retort.Tests.Schema;

/// <summary>What a table becomes when changes are made to it, whatever the database.</summary>
public sealed class TableChangesTests
{
    private static readonly Table Hero = new(
        "hero",
        [
            Column("id", Integer(), nullable: false),
            Column("name", Text(), serverDefault: "x"),
            Column("team_id", Integer()),
            PrimaryKey("id"),
            Unique(["name", "team_id"]),
            Check("length(name) > 1"),
            ForeignKey("team_id", "team", "id"),
        ],
        [TableIndex.On(null, "name"), TableIndex.On(null, "team_id", "id")]
    )
    {
        Options = "STRICT",
    };

    [Fact]
    [Row("I1.add-column")]
    public void A_column_is_added_at_the_end()
    {
        var table = Apply(new AddColumn("hero", Column("age", Integer())));
        Assert.Equal(["id", "name", "team_id", "age"], table.Columns.Select(column => column.Name));
        Assert.Equal(Hero.Constraints, table.Constraints);
        Assert.Equal("STRICT", table.Options);
    }

    [Fact]
    [Row("I1.drop-column")]
    public void A_dropped_column_takes_with_it_the_keys_and_indexes_that_hold_it()
    {
        var table = Apply(new DropColumn("hero", "TEAM_ID"));
        Assert.Equal(["id", "name"], table.Columns.Select(column => column.Name));
        Assert.Equal(["pk_hero", "ck_hero_name"], table.Constraints.Select(each => each.Name));
        Assert.Equal(["ix_hero_name"], table.Indexes.Select(index => index.Name));
    }

    [Fact]
    [Row("I1.alter-column")]
    public void What_is_not_said_of_a_column_stays()
    {
        var name = Apply(new AlterColumn("hero", "name") { Type = Varchar(9) }).FindColumn("name")!;
        Assert.Equal((new Varchar(9), true, "'x'"), (name.Type, name.Nullable, name.ServerDefault.ToString()));
        name = Apply(new AlterColumn("hero", "name") { Nullable = false, ServerDefault = (string?)null })
            .FindColumn("name")!;
        Assert.Equal((new Text(), false, false), (name.Type, name.Nullable, name.ServerDefault.IsSet));
    }

    [Fact]
    [Row("I1.constraints")]
    public void Constraints_and_indexes_come_and_go_by_name()
    {
        var table = Apply(
            new DropConstraint("hero", "fk_hero_team_id_team"),
            new AddConstraint("hero", Check("id > 0")),
            new DropIndex("hero", "ix_hero_name"),
            new CreateIndex("hero", TableIndex.On("ix", "id"))
        );
        Assert.Empty(table.ForeignKeys);
        Assert.Equal(["ck_hero_name", "ck_hero_id"], table.CheckConstraints.Select(each => each.Name));
        Assert.Equal(["ix_hero_team_id_id", "ix"], table.Indexes.Select(index => index.Name));
    }

    public static TheoryData<DdlElement, string> Impossible =>
        new()
        {
            { new DropColumn("hero", "age"), "It has: id, name, team_id." },
            { new AlterColumn("hero", "age"), "It has: id, name, team_id." },
            { new DropConstraint("hero", "uq"), "uq_hero_name_team_id" },
            { new DropIndex("hero", "ix"), "ix_hero_name" },
            { new AddConstraint("hero", PrimaryKey("name")), "pk_hero" },
            { new AddColumn("hero", Column("id", Text())), "another name" },
        };

    [Theory]
    [MemberData(nameof(Impossible))]
    [Row("I1.impossible")]
    public void A_change_of_what_is_not_there_says_what_is(DdlElement change, string hint)
    {
        var error = Assert.Throws<SchemaException>(() => Apply(change));
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    private static Table Apply(params DdlElement[] changes) => TableChanges.Apply(Hero, changes);
}
