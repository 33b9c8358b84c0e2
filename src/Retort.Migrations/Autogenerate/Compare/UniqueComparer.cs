namespace Retort.Migrations;

/// <summary>Unique constraints.</summary>
internal static class UniqueComparer
{
    public static void Compare(Comparison comparison) =>
        ConstraintComparer.Compare(
            comparison,
            table => table.UniqueConstraints,
            (_, declared, found) => comparison.Norms.SameUnique(declared, found),
            (Phase.DropConstraint, Phase.AddConstraint),
            (table, unique) => $"unique constraint '{unique.Name}' on {table} ({unique.Columns})"
        );
}
