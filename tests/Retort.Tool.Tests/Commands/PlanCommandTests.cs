using System.Text.Json;
using Retort.Migrations;

namespace Retort.Tool.Tests.Commands;

/// <summary><c>retort plan --from</c>: neither a build nor a database.</summary>
[Row("G4.plan")]
public sealed class PlanCommandTests : IDisposable
{
    private static readonly JsonElement Sample = JsonDocument
        .Parse(
            File.ReadAllText(Repository.PathOf("tests", "Retort.Migrations.Tests", "Revisions", "graph-sample.json"))
        )
        .RootElement;

    private readonly SourceFolder _sources = new(
        "a",
        "b < a",
        "c1 < b #one",
        "d1 < c1",
        "c2 < b #two",
        "d2 < c2",
        "lib1 #lib",
        "app1 #app",
        "app2 < app1 ~ lib1"
    );

    public static TheoryData<string> Cases =>
        [.. Sample.GetProperty("cases").EnumerateArray().Select(each => each.GetProperty("id").GetString()!)];

    public void Dispose() => _sources.Dispose();

    [Theory, MemberData(nameof(Cases))]
    public async Task A_plan_is_printed_as_alembic_would_run_it(string id)
    {
        var one = Sample.GetProperty("cases").EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);
        using var sources = new SourceFolder(
            Sample
                .GetProperty("graphs")
                .GetProperty(one.GetProperty("graph").GetString()!)
                .EnumerateArray()
                .Select(Read)
        );

        var ran = await sources.RunAsync([
            "plan",
            one.GetProperty("cmd").GetString()!,
            .. List(one, "target"),
            "--from",
            string.Join(',', List(one, "db").DefaultIfEmpty("base")),
        ]);

        if (one.TryGetProperty("final", out var final))
            Assert.Equal(
                (0, Steps(one.GetProperty("steps")), string.Join(' ', final.EnumerateArray())),
                (ran.ExitCode, ran.Array("steps"), ran.Array("rows"))
            );
        else
            Assert.Equal((1, true), (ran.ExitCode, ran.Json["error"]!["message"] is not null));
        Assert.Equal(one.TryGetProperty("warning", out _), ran.Text.Contains("Warning: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_document_has_the_steps_and_the_rows_and_nothing_else() =>
        Assert.Equal(
            """{"steps":["c1","d1"],"rows":["d1","d2"]}""",
            JsonText.Of((await _sources.RunAsync("plan", "upgrade", "one@head", "--from", "d2")).Json)
        );

    [Fact]
    public async Task A_person_sees_messages_and_the_rows_before_and_after() =>
        Assert.Equal(
            "From d2\n  c1, do c1\n  d1, do d1\nTo   d1, d2",
            (await _sources.RunAsync("plan", "upgrade", "one@head", "--from", "d2")).Text
        );

    [Fact]
    public async Task Nothing_to_do_is_said() =>
        Assert.Equal(
            "From base\n  nothing to do\nTo   base",
            (await _sources.RunAsync("plan", "downgrade", "base", "--from", "base")).Text
        );

    [Theory]
    [InlineData("upgrade d1 d2 --from b", "c2 d2 c1 d1", "d1 d2")]
    [InlineData("upgrade one@+1 two@+2 --from b", "c2 d2 c1", "c1 d2")]
    [InlineData("upgrade app@head --from lib1", "app1 app2", "app2")]
    [InlineData("upgrade +1 --from a", "b", "b")]
    [InlineData("downgrade -1 --from a", "a", "")]
    [InlineData("downgrade one@c1 --from d1,d2", "d1", "c1 d2")]
    [InlineData("downgrade one@-1 --from d1,d2", "d1", "c1 d2")]
    [InlineData("downgrade base --from app2", "app2 app1 lib1", "")]
    [InlineData("stamp d1 --from b,app1", "d1", "app1 d1")]
    [InlineData("stamp base --from d1,d2", "", "")]
    [InlineData("upgrade lib --from base,", "lib1", "lib1")]
    [InlineData("upgrade app --from lib", "app1", "app1 lib1")]
    public async Task Rows_and_targets_are_of_any_form(string arguments, string steps, string rows)
    {
        var ran = await _sources.RunAsync(["plan", .. arguments.Split(' ')]);
        Assert.Equal((0, steps, rows), (ran.ExitCode, ran.Array("steps"), ran.Array("rows")));
    }

    [Theory]
    [InlineData("upgrade d1 c1 --from base", 1, "RT0542", "Leave out 'c1'.")]
    [InlineData("upgrade d1 --from nowhere", 1, "RT0521", "retort history")]
    [InlineData("upgrade d1 --from one@+1", 1, "RT0527", "retort history")]
    [InlineData("upgrade d2 --from b,d1", 1, "RT0543", "version table")]
    [InlineData("downgrade d1 d2 --from d1", 2, "RT0801", "retort plan downgrade TARGET")]
    [InlineData("sideways head --from base", 2, "RT0801", "retort plan upgrade")]
    [InlineData("upgrade --from base", 2, "RT0801", "retort plan --help")]
    [InlineData("upgrade head --from", 2, "RT0801", "retort plan --help")]
    public async Task What_cannot_be_planned_says_why(string arguments, int exitCode, string code, string hint)
    {
        var ran = await _sources.RunAsync(["plan", .. arguments.Split(' ')]);
        Assert.Equal((exitCode, code), (ran.ExitCode, ran.Code));
        Assert.Contains(hint, ran.Text, StringComparison.Ordinal);
    }

    private static Revision Read(JsonElement node) =>
        new(node.GetProperty("id").GetString()!)
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

    /// <summary>Ids, or of a stamp pairs of the rows before and after.</summary>
    private static string Steps(JsonElement steps) =>
        string.Join(
            ' ',
            steps
                .EnumerateArray()
                .SelectMany(step =>
                    step.ValueKind is JsonValueKind.String ? [step] : step[1].EnumerateArray().ToArray()
                )
        );
}
