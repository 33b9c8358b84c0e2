using System.Text.RegularExpressions;

namespace Retort.Migrations.Tests.Revisions;

/// <summary>Histories in a line each: <c>"m &lt; a b ~ d #label"</c> is m, which follows a and b, depends on d, and declares a label.</summary>
internal static partial class Graphs
{
    /// <summary>a, b, then two branches.</summary>
    public static RevisionGraph Fork() => Of("a", "b < a", "c1 < b #one", "d1 < c1", "c2 < b #two", "d2 < c2");

    /// <summary>A fork that comes together again, and goes on.</summary>
    public static RevisionGraph Diamond() => Of("a", "b < a", "c < a", "m < b c", "n < m");

    /// <summary>Two histories side by side; the last of the first depends on the first of the second.</summary>
    public static RevisionGraph Dependent() =>
        Of("app1 #app", "lib1 #lib", "lib2 < lib1", "app2 < app1 ~ lib1", "app3 < app2");

    public static RevisionGraph Of(params IEnumerable<string> lines) => RevisionGraph.Build(lines.Select(Parse));

    public static Revision Parse(string line, int index = 0)
    {
        var parts = Line.Match(line);
        Assert.True(parts.Success, line);
        return new(parts.Groups["id"].Value)
        {
            DownRevisions = Names(parts.Groups["down"]),
            DependsOn = Names(parts.Groups["deps"]),
            BranchLabels = Names(parts.Groups["labels"]),
            Location = new("versions/" + parts.Groups["id"].Value + ".cs", index + 5),
        };
    }

    public static string Ids(this IEnumerable<Revision> revisions) =>
        string.Join(' ', revisions.Select(revision => revision.Id));

    public static string Run(this UpgradePlan plan) => Text(plan.Steps, plan.Rows);

    public static string Run(this DowngradePlan plan) => Text(plan.Steps, plan.Rows);

    public static string Run(this StampPlan plan) =>
        string.Join(", ", plan.Steps.SelectMany(step => step.Changes)) + End(plan.Rows);

    public static string Upgrade(this RevisionGraph graph, string rows, params string[] targets) =>
        UpgradePlan.Create(graph, Words(rows), targets).Run();

    public static string Downgrade(this RevisionGraph graph, string rows, string target) =>
        DowngradePlan.Create(graph, Words(rows), target).Run();

    public static string Stamp(this RevisionGraph graph, string rows, params string[] targets) =>
        StampPlan.Create(graph, Words(rows), targets).Run();

    private static string Text(IReadOnlyList<RevisionStep> steps, IReadOnlyList<string> rows) =>
        steps.Select(step => step.Revision).Ids() + End(rows);

    private static string End(IReadOnlyList<string> rows) => " => " + string.Join(' ', rows);

    private static string[] Names(Group group) => Words(group.Value.Replace("#", "", StringComparison.Ordinal));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^(?<id>[^ ]+)( <(?<down>( [\w-]+)+))?( ~(?<deps>( [\w-]+)+))?(?<labels>( #[^ ]+)*)$")]
    private static partial Regex Line { get; }
}
