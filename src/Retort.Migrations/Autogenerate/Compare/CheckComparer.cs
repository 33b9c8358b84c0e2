namespace Retort.Migrations;

/// <summary>Checks.</summary>
internal static class CheckComparer
{
    public static void Compare(Comparison comparison) =>
        ConstraintComparer.Compare(
            comparison,
            table => table.CheckConstraints,
            comparison.Norms.SameCheck,
            (Phase.DropConstraint, Phase.AddConstraint),
            (table, check) => $"check '{check.Name}' on {table} ({check.Sql})"
        );
}
