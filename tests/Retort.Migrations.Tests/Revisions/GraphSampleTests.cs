using System.Text.Json;

namespace Retort.Migrations.Tests.Revisions;

/// <summary>What Alembic did with these graphs, rows and targets, and what Retort does.</summary>
[Row("G5.as-alembic")]
public sealed class GraphSampleTests
{
    /// <summary>The beginnings of Alembic's error texts, and the codes that say the same here.</summary>
    private static readonly (string Text, string[] Codes)[] Errors =
    [
        ("Relative revision -", ["RT0544", "RT0545", "RT0548"]),
        ("Relative revision +", ["RT0544", "RT0545"]),
        ("Can't locate revision identified by '+", ["RT0527"]),
        ("Can't locate revision identified by 'gone'", ["RT0541"]),
        ("Can't locate revision identified by 'c1'", ["RT0524"]),
        ("Can't locate revision identified by", ["RT0521"]),
        ("Destination ", ["RT0549"]),
        ("Walked too far", ["RT0545"]),
        ("Multiple head", ["RT0525"]),
        ("Ambiguous walk", ["RT0546"]),
        ("AssertionError", ["RT0545", "RT0548"]),
    ];

    private static readonly JsonElement Chosen = Read("graph-sample.json");

    /// <summary>Histories made at random, with labels, dependencies and merges; without the statements on the version table, whose order Alembic leaves open.</summary>
    private static readonly JsonElement Random = Read("graph-executed.json");

    public static TheoryData<string> ChosenCases => Ids(Chosen);

    public static TheoryData<string> RandomCases => Ids(Random);

    [Theory, MemberData(nameof(RandomCases))]
    public void A_plan_on_a_random_history_goes_where_alembic_goes(string id)
    {
        var sample = Case(Random, id);
        if (sample.TryGetProperty("final", out var final))
        {
            var plan = Plan(Random, sample);
            Assert.Equal(Strings(final), plan.Rows);
            if (sample.TryGetProperty("steps", out var steps))
                Assert.Equal(Steps(steps), plan.Steps);
        }
        else
            Assert.Throws<RevisionException>(() => Plan(Random, sample));
    }

    [Theory, MemberData(nameof(ChosenCases))]
    public void A_plan_is_what_alembic_does(string id)
    {
        var sample = Case(Chosen, id);
        if (sample.TryGetProperty("final", out var final))
            Assert.Equal(
                (Steps(sample.GetProperty("steps")), Strings(sample.GetProperty("rows")), Strings(final)),
                Plan(Chosen, sample)
            );
        else
            Assert.Contains(Assert.Throws<RevisionException>(() => Plan(Chosen, sample)).Code, Expected(sample));
    }

    private static (string Steps, string Changes, string Rows) Plan(JsonElement file, JsonElement sample)
    {
        var graph = RevisionGraph.Build(
            file.GetProperty("graphs")
                .GetProperty(sample.GetProperty("graph").GetString()!)
                .EnumerateArray()
                .Select(Node)
        );
        var rows = List(sample, "db");
        var targets = List(sample, "target");
        switch (sample.GetProperty("cmd").GetString())
        {
            case "upgrade":
                var upgrade = UpgradePlan.Create(graph, rows, targets);
                return (Steps(upgrade.Steps), Changes(upgrade.Steps), Join(upgrade.Rows));
            case "downgrade":
                var downgrade = DowngradePlan.Create(graph, rows, Assert.Single(targets));
                Assert.Equal(sample.TryGetProperty("warning", out _), downgrade.Warning is not null);
                return (Steps(downgrade.Steps), Changes(downgrade.Steps), Join(downgrade.Rows));
            default:
                var stamp = StampPlan.Create(graph, rows, targets);
                return (
                    Join(stamp.Steps.Select(step => $"{string.Join('+', step.From)}->{step.To}")),
                    Join(stamp.Steps.SelectMany(step => step.Changes)),
                    Join(stamp.Rows)
                );
        }
    }

    private static string[] Expected(JsonElement sample)
    {
        var text = (sample.TryGetProperty("error", out var error) ? error : sample.GetProperty("crash")).GetString()!;
        return Errors.First(one => text.StartsWith(one.Text, StringComparison.Ordinal)).Codes;
    }

    private static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Revisions", file))).RootElement;

    private static TheoryData<string> Ids(JsonElement file) =>
        [.. file.GetProperty("cases").EnumerateArray().Select(Id)];

    private static JsonElement Case(JsonElement file, string id) =>
        file.GetProperty("cases").EnumerateArray().Single(one => Id(one) == id);

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;

    private static Revision Node(JsonElement node) =>
        new(Id(node))
        {
            DownRevisions = List(node, "down"),
            DependsOn = List(node, "depends_on"),
            BranchLabels = List(node, "labels"),
        };

    /// <summary>A list, a string, or nothing at all.</summary>
    private static string[] List(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null ? []
        : value.ValueKind is JsonValueKind.String ? [value.GetString()!]
        : [.. value.EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>Steps are ids, those of a stamp pairs of lists: the rows before and after.</summary>
    private static string Steps(JsonElement steps) =>
        Join(
            steps
                .EnumerateArray()
                .Select(step =>
                    step.ValueKind is JsonValueKind.String
                        ? step.GetString()
                        : string.Join(
                            "->",
                            step.EnumerateArray()
                                .Select(side => string.Join('+', side.EnumerateArray().Select(id => id.GetString())))
                        )
                )
        );

    private static string Steps(IReadOnlyList<RevisionStep> steps) => Join(steps.Select(step => step.Revision.Id));

    private static string Changes(IReadOnlyList<RevisionStep> steps) => Join(steps.SelectMany(step => step.Changes));

    private static string Strings(JsonElement list) => Join(list.EnumerateArray().Select(item => item.GetString()));

    private static string Join<T>(IEnumerable<T> items) => string.Join(", ", items);
}
