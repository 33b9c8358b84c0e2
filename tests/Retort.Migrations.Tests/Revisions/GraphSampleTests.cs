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

    private static readonly JsonElement Sample = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Revisions", "graph-sample.json")))
        .RootElement;

    public static TheoryData<string> Cases =>
        [.. Sample.GetProperty("cases").EnumerateArray().Select(One => One.GetProperty("id").GetString()!)];

    [Theory, MemberData(nameof(Cases))]
    public void A_plan_is_what_alembic_does(string id)
    {
        var sample = Sample
            .GetProperty("cases")
            .EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == id);
        if (sample.TryGetProperty("final", out var final))
            Assert.Equal(
                (Steps(sample.GetProperty("steps")), Strings(sample.GetProperty("rows")), Strings(final)),
                Plan(sample)
            );
        else
            Assert.Contains(Assert.Throws<RevisionException>(() => Plan(sample)).Code, Expected(sample));
    }

    private static (string Steps, string Changes, string Rows) Plan(JsonElement sample)
    {
        var graph = RevisionGraph.Build(
            Sample
                .GetProperty("graphs")
                .GetProperty(sample.GetProperty("graph").GetString()!)
                .EnumerateArray()
                .Select(Read)
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

    private static Revision Read(JsonElement node) =>
        new(node.GetProperty("id").GetString()!)
        {
            DownRevisions = List(node, "down"),
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
