using Retort.Generators.Tests.Models;

namespace Retort.Generators.Tests;

/// <summary>The table that a model is.</summary>
public sealed class SchemaTests
{
    [Fact]
    [Row("A6.index")]
    public void Marks_of_one_name_are_one_index() =>
        Assert.Equal(
            [
                "ix_place (country, city)",
                "ix_marked_country (country)",
                "ix_city (city) unique",
                "ix_mail (e_mail) unique",
            ],
            Marked.Table.Indexes.Select(index => $"{index.Name} ({index.Elements}){(index.Unique ? " unique" : "")}")
        );

    [Fact]
    [Row("A6.unique")]
    public void Marks_of_one_name_are_one_constraint() =>
        Assert.Equal(
            ["uq_name (first, last)", "uq_marked_last (last)"],
            Marked.Table.UniqueConstraints.Select(unique => $"{unique.Name} ({unique.Columns})")
        );

    [Fact]
    [Row("A7.actions")]
    public void A_foreign_key_says_what_happens()
    {
        var keys = Node.Table.ForeignKeys;
        Assert.Equal(["fk_node_parent_id_node", "fk_node_root_id_node"], keys.Select(key => key.Name));
        Assert.Equal((ReferentialAction.Cascade, ReferentialAction.Restrict), (keys[1].OnDelete, keys[1].OnUpdate));
    }

    [Fact]
    [Row("A1.name-and-schema")]
    public void A_table_has_the_name_that_is_given() =>
        Assert.Equal(new TableName("document", "archive"), Document.Table.FullName);

    [Fact]
    [Row("J2.attribute")]
    public void A_table_its_columns_and_labels_remember_their_former_names()
    {
        Assert.Equal(["old_things", "things"], Renamed.Table.RenamedFrom);
        Assert.Equal(["title"], Renamed.Table.FindColumn("name")!.RenamedFrom);
        Assert.Equal(
            [new RenamedLabel("Sad", "gloomy"), new RenamedLabel("Sad", "blue")],
            ((EnumType)Renamed.Table.FindColumn("mood")!.Type).RenamedFrom
        );
    }

    [Fact]
    [Row("A2.types")]
    public void A_scalar_has_its_column_type() =>
        Assert.Equal(
            "integer boolean smallint integer bigint real double precision numeric(18, 4) text uuid timestamp with time zone timestamp with time zone date time blob json json json",
            string.Join(
                ' ',
                Everything.Table.Columns.Where(column => !column.Nullable).Select(column => column.Type.Sql)
            )
        );

    [Fact]
    [Row("A2.string-length")]
    public void A_length_makes_a_varchar() => Assert.Equal(new Varchar(200), Marked.Table.FindColumn("e_mail")!.Type);

    [Fact]
    [Row("A11.project")]
    public async Task A_naming_convention_of_the_project_names_what_has_no_name()
    {
        var project = await TestProject
            .Of(
                """
                [assembly: NamingConvention(Index = "idx_%(column_0_label)s", PrimaryKey = "%(table_name)s_pkey")]
                [Table] public partial class Hero
                {
                    [Key] public int Id { get; set; }
                    [Index] public string? Name { get; set; }
                    [Unique] public string? Code { get; set; }
                }
                public static class Test
                {
                    public static string Names() =>
                        string.Join(' ', [Hero.Table.PrimaryKey!.Name!, Hero.Table.Indexes[0].Name!, Hero.Table.UniqueConstraints[0].Name!]);
                }
                """
            )
            .Build()
            .ShouldBuildAsync();

        Assert.Equal("hero_pkey idx_hero_name uq_hero_code", project.Run("Test", "Names"));
    }
}
