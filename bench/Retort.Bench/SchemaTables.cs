using static Retort.Ddl;

namespace Retort.Bench;

/// <summary>Many tables of eleven columns, two indexes and one foreign key; <c>schema.py</c> declares the same.</summary>
internal static class SchemaTables
{
    public const int Count = 1_000;

    public static MetaData Declare() => new(Enumerable.Range(0, Count).Select(Declare));

    /// <summary>What reflecting must find: the number of columns, indexes and foreign keys.</summary>
    public static long Size(MetaData schema) =>
        schema.Tables.Sum(table => table.Columns.Count + table.Indexes.Count + table.ForeignKeys.Count);

    private static Table Declare(int number) =>
        new(
            $"table_{number}",
            [
                Column("id", BigInt(), nullable: false),
                Column("parent_id", BigInt()),
                Column("token", Uuid(), nullable: false),
                Column("name", Varchar(100), nullable: false),
                Column("status", Varchar(20), nullable: false, serverDefault: "new"),
                Column("amount", Numeric(10, 2), nullable: false, serverDefault: 0),
                Column("quantity", Integer()),
                Column("active", Bool(), nullable: false, serverDefault: true),
                Column("note", Text()),
                Column("score", DoublePrecision()),
                Column("created_at", Timestamp(timeZone: true), nullable: false, serverDefault: Now),
                PrimaryKey("id"),
                ForeignKey("parent_id", $"table_{number / 2}", "id"),
            ],
            [TableIndex.On(null, "name"), TableIndex.On(null, "status", "created_at")]
        );
}
