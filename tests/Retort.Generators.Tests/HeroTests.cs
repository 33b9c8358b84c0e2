using Retort.Generators.Tests.Models;
using static Retort.Sql;

namespace Retort.Generators.Tests;

/// <summary>The generated part of a model, as the compiler of this project takes it.</summary>
public sealed class HeroTests
{
    [Fact]
    [Row("A1.columns")]
    public void The_key_comes_first_and_then_base_classes()
    {
        var names = Hero.Table.Columns.Select(column => column.Name);
        Assert.Equal(["id", "name", "age", "secret_name", "powers", "attributes_data", "team_id", "created_at"], names);
    }

    [Fact]
    [Row("A3.nullability")]
    public void A_question_mark_makes_a_column_nullable()
    {
        var nullable = Hero.Table.Columns.Where(column => column.Nullable).Select(column => column.Name);
        Assert.Equal(["age", "powers", "attributes_data", "team_id"], nullable);
    }

    [Fact]
    [Row("A6.unique-index")]
    public void Unique_and_index_on_one_property_are_one_unique_index()
    {
        var index = Assert.Single(Team.Table.Indexes);
        Assert.True(index.Unique);
        Assert.Equal("ix_team_name", index.Name);
        Assert.Empty(Team.Table.UniqueConstraints);
    }

    [Fact]
    [Row("A1.tables")]
    public void Tables_lists_every_model()
    {
        Assert.Same(Hero.Table, Tables.Hero);
        Assert.Contains(Hero.Table, Tables.MetaData.Tables);
    }

    [Fact]
    [Row("D1.where")]
    public void Columns_build_statements()
    {
        var query = Select(Hero.Table).Where(h => h.Age > 30 && h.Name == "Deadpond").OrderBy(h => h.Name);
        Assert.Equal(8, query.Statement.Columns.Length);
        Assert.Single(query.Statement.Where);
    }
}
