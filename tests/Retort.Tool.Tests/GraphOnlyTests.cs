using System.Text.Json;

namespace Retort.Tool.Tests;

/// <summary>What needs the graph alone works where there is nothing but revision files: no project, no package, no database.</summary>
public sealed class GraphOnlyTests(InstalledTool tool)
{
    [Theory, Row("G10.graph-only")]
    [InlineData("history", "a1 -> b2 (head), do b2")]
    [InlineData("history -r :a1", "<base> -> a1 (branchpoint), do a1")]
    [InlineData("heads", "c3 (head), do c3")]
    [InlineData("branches", "    -> c3 (head), do c3")]
    [InlineData("show c3", "Parent: a1")]
    [InlineData("plan downgrade -1 --from b2", "From b2\n  b2, do b2\nTo   a1")]
    [InlineData("plan upgrade +1 --from base", "From base\n  a1, do a1\nTo   a1")]
    public async Task Commands_that_need_the_graph_alone_read_the_sources_alone(string arguments, string shown)
    {
        (await tool.RunAsync(Folder(), arguments.Split(' '))).Succeeds(shown);
        Assert.False(Directory.Exists(Path.Combine(Folder(), "obj")));
    }

    [Fact, Row("G4.plan")]
    public async Task A_plan_is_one_document_also_where_it_cannot_be()
    {
        Assert.Equal(
            "{\"steps\":[\"a1\",\"b2\"],\"rows\":[\"b2\"]}\n",
            (await tool.RunAsync(Folder(), "plan", "upgrade", "b2", "--from", "base", "--json")).Succeeds().Output
        );
        var failed = (await tool.RunAsync(Folder(), "plan", "upgrade", "head", "--from", "a1", "--json")).EndsWith(1);
        var error = JsonDocument.Parse(failed.Output).RootElement.GetProperty("error");
        Assert.Equal("RT0525", error.GetProperty("code").GetString());
        Assert.Contains("there are 2", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private string Folder()
    {
        var folder = tool.EmptyFolder("graph only");
        var versions = Directory.CreateDirectory(Path.Combine(folder, "migrations", "versions")).FullName;
        foreach (var (id, parent) in new[] { ("a1", ""), ("b2", "[Revises(\"a1\")]"), ("c3", "[Revises(\"a1\")]") })
            File.WriteAllText(
                Path.Combine(versions, $"{id}.cs"),
                $"using Retort.Migrations;\n[Revision(\"{id}\", Message = \"do {id}\")]\n{parent}\npublic sealed class R{id} : Migration;\n"
            );
        return folder;
    }
}
