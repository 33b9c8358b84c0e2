namespace Retort.Migrations;

/// <summary>Finds the one target of a downgrade that undoes an upgrade.</summary>
internal static class WayBack
{
    /// <summary>The target; null: no single one leads there.</summary>
    /// <param name="graph">The version history.</param>
    /// <param name="rows">The version rows now.</param>
    /// <param name="before">The version rows to come back to, sorted.</param>
    /// <param name="steps">How many revisions the upgrade has run.</param>
    public static string? Target(
        RevisionGraph graph,
        IReadOnlyList<string> rows,
        IReadOnlyList<string> before,
        int steps
    ) => new[] { $"-{steps}", "base" }.Concat(before).FirstOrDefault(target => Leads(graph, rows, target, before));

    private static bool Leads(
        RevisionGraph graph,
        IReadOnlyList<string> rows,
        string target,
        IReadOnlyList<string> before
    )
    {
        try
        {
            var plan = DowngradePlan.Create(graph, rows, target);
            return plan.Warning is null && plan.Rows.SequenceEqual(before);
        }
        catch (RevisionException)
        {
            return false;
        }
    }
}
