namespace Retort.Migrations;

/// <summary>Foreign keys, with their actions.</summary>
internal static class ForeignKeyComparer
{
    public static void Compare(Comparison comparison) =>
        ConstraintComparer.Compare(
            comparison,
            table => table.ForeignKeys,
            (declared, found) => declared with { Name = found.Name } == found,
            (Phase.DropForeignKey, Phase.AddForeignKey),
            (table, key) => $"foreign key '{key.Name}' on {table} ({key.Columns}) to {key.Table} ({key.References})"
        );
}
