namespace Retort.Migrations;

/// <summary>Checks.</summary>
internal static class CheckComparer
{
    public static void Compare(Comparison comparison) =>
        ConstraintComparer.Compare(
            comparison,
            table => table.CheckConstraints,
            (declared, found) => comparison.Norms.SameExpression(declared.Sql, found.Sql),
            (Phase.DropConstraint, Phase.AddConstraint),
            (table, check) => $"check '{check.Name}' on {table} ({check.Sql})"
        );
}
