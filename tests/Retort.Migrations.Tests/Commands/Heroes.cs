using static Retort.Ddl;

namespace Retort.Migrations.Tests.Commands;

/// <summary>The tutorial's table, before and after its second revision.</summary>
internal static class Heroes
{
    private static readonly ITableElement[] Columns =
    [
        Column("id", Uuid(), nullable: false),
        Column("name", Varchar(80), nullable: false),
        Column("secret_name", Text(), nullable: false),
        Column("age", Integer()),
        Column("powers", Json()),
        Column("attributes_data", Json()),
        Column("created_at", Timestamp(timeZone: true), nullable: false, serverDefault: Now),
        PrimaryKey("id"),
        Check("age >= 0 AND name <> 'a \"b\" \\ \n'", name: "ck_hero"),
    ];

    private static readonly TableIndex[] Indexes =
    [
        TableIndex.On(null, "name"),
        TableIndex.On(null, "age"),
        new("ix_hero_young", [Desc("age"), Sql("lower(name)")]) { Unique = true, Where = "age < 18" },
    ];

    public static Table First => new("hero", Columns, Indexes);

    public static Table Second =>
        new("hero", [.. Columns, Column("allegiance", Varchar(80))], [.. Indexes, TableIndex.On(null, "allegiance")]);
}
