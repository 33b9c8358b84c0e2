using System.Text.Json.Nodes;

namespace Retort.Tool.Tests;

/// <summary>What <c>--json</c> prints has the keys that <c>docs/cli.md</c> shows, no more and no fewer.</summary>
public sealed class JsonFormTests(HeroProject project) : IClassFixture<HeroProject>
{
    private const string Heading = "### retort ";

    /// <summary>A command line for each command that prints JSON, in an order in which each has something to say.</summary>
    private static readonly string[][] CommandLines =
    [
        ["list-templates"],
        ["completion", "bash"],
        ["init"],
        ["ensure-version"],
        ["upgrade", "head"],
        ["stamp", "head"],
        ["edit", "head"],
        ["history", "-i"],
        ["heads"],
        ["show", "head"],
        ["plan", "downgrade", "base"],
        ["current"],
        ["check"],
        ["diff", "models", "head"],
        ["downgrade", "base"],
        ["revision", "-m", "second"],
        ["squash", "FIRST:head"],
        ["branches"],
        ["merge", "heads"],
        ["delete", "left", "--no-database"],
        ["scaffold", "-o", "../Scaffolded"],
    ];

    private static readonly IReadOnlyList<string> Page = File.ReadAllLines(Repository.PathOf("docs", "cli.md"));

    [Fact, Row("G4.json")]
    public async Task Each_command_prints_the_keys_that_its_page_shows()
    {
        var forms = Forms();
        Assert.Equal(forms.Keys.Order(), CommandLines.Select(line => line[0]).Order());
        foreach (var line in CommandLines)
        {
            if (line is ["branches"])
                Fork();
            var typed = line.Select(word => word.Replace("FIRST", project.First, StringComparison.Ordinal));
            var ran = (await project.OnAsync("json.db", [.. typed, "--json"])).Succeeds();
            var printed = JsonNode.Parse(ran.Output);
            AssertSame(forms[line[0]], printed, $"retort {line[0]}");
        }
    }

    /// <summary>Two revisions behind the only one, so that there is a branch to tell of.</summary>
    private void Fork()
    {
        var parent = Path.GetFileName(Directory.EnumerateFiles(project.Versions).Single())[..12];
        foreach (var id in new[] { "left", "right" })
            File.WriteAllText(
                Path.Combine(project.Versions, $"{id}.cs"),
                $"using Retort.Migrations;\n\n[Revision(\"{id}\")]\n[Revises(\"{parent}\")]\npublic sealed class {id.ToUpperInvariant()} : Migration;\n"
            );
    }

    /// <summary>The form that stands first behind <c>JSON:</c> in the section of a command.</summary>
    private static Dictionary<string, JsonNode> Forms()
    {
        var forms = new Dictionary<string, JsonNode>();
        var revision = Page.First(line => line.StartsWith("`{\"id\"", StringComparison.Ordinal)).TrimEnd('.').Trim('`');
        var command = "";
        foreach (var line in Page)
            if (line.StartsWith(Heading, StringComparison.Ordinal))
                command = line[Heading.Length..];
            else if (line.StartsWith("JSON: as `", StringComparison.Ordinal))
                forms.Add(command, forms[line.Split('`')[1]]);
            else if (line.StartsWith("JSON: `", StringComparison.Ordinal))
                forms.Add(command, Parse(line.Split('`')[1].Replace("REVISION", revision, StringComparison.Ordinal)));
        return forms;
    }

    /// <summary><c>…</c> stands for any value, and for more of the same in an array.</summary>
    private static JsonNode Parse(string form) => JsonNode.Parse(form.Replace("…", "null", StringComparison.Ordinal))!;

    private static void AssertSame(JsonNode? form, JsonNode? printed, string where)
    {
        if (form is JsonObject shown && printed is JsonObject given)
        {
            Assert.True(
                shown.Select(pair => pair.Key).ToHashSet().SetEquals(given.Select(pair => pair.Key)),
                $"{where}: the page shows {form.ToJsonString()}, printed is {printed.ToJsonString()}"
            );
            foreach (var (key, value) in shown)
                AssertSame(value, given[key], $"{where} {key}");
        }
        else if (form is JsonArray { Count: > 0 } each && printed is JsonArray items)
            foreach (var item in items)
                AssertSame(each[0], item, where);
        else
            Assert.True(
                form is null,
                $"{where}: the page shows {form?.ToJsonString()}, printed is {printed?.ToJsonString()}"
            );
    }
}
