namespace Retort.Migrations;

/// <summary>Exclusion constraints.</summary>
internal static class ExclusionComparer
{
    public static void Compare(Comparison comparison) =>
        ConstraintComparer.Compare(
            comparison,
            table => table.Exclusions,
            (_, declared, found) => comparison.Norms.SameExclusion(declared, found),
            (Phase.DropConstraint, Phase.AddConstraint),
            (table, exclusion) => $"exclusion constraint '{exclusion.Name}' on {table}"
        );
}
