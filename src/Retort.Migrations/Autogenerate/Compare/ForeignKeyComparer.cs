namespace Retort.Migrations;

/// <summary>Foreign keys, with their actions.</summary>
internal static class ForeignKeyComparer
{
    public static void Compare(Comparison comparison) =>
        ConstraintComparer.Compare(
            comparison,
            table => table.ForeignKeys,
            (_, declared, found) => comparison.Norms.SameForeignKey(declared, found),
            (Phase.DropForeignKey, Phase.AddForeignKey),
            (table, key) => $"foreign key '{key.Name}' on {table} ({key.Columns}) to {key.Table} ({key.References})"
        );
}
