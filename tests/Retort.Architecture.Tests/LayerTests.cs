namespace Retort.Architecture.Tests;

/// <summary>Folders are layers; a layer knows those below it and nothing else.</summary>
public sealed class LayerTests
{
    private static readonly Dictionary<string, string[]> Core = new()
    {
        ["Types"] = [],
        ["Sql"] = ["Types"],
        ["Schema"] = ["Sql", "Types"],
        ["Reflection"] = ["Schema", "Sql", "Types"],
        ["Dialects"] = ["Reflection", "Schema", "Sql", "Types"],
        ["Engine"] = ["Dialects", "Reflection", "Schema", "Sql", "Types"],
        ["Models"] = ["Schema", "Sql", "Types"],
        ["Orm"] = ["Models", "Engine", "Dialects", "Reflection", "Schema", "Sql", "Types"],
    };

    private static readonly Dictionary<string, string[]> Migrations = new()
    {
        ["Revisions"] = [],
        ["Operations"] = [],
        ["Scripts"] = ["Revisions", "Operations"],
        ["Autogenerate"] = ["Operations", "Scripts", "Revisions"],
        ["Runtime"] = ["Operations", "Revisions", "Autogenerate"],
        ["Offline"] = ["Runtime", "Operations", "Revisions"],
        ["Scaffold"] = ["Runtime", "Autogenerate", "Scripts", "Operations"],
        ["Hooks"] = ["Runtime", "Scripts", "Operations", "Revisions"],
        ["Commands"] =
        [
            "Hooks",
            "Offline",
            "Scaffold",
            "Runtime",
            "Autogenerate",
            "Scripts",
            "Operations",
            "Revisions",
        ],
    };

    [Fact]
    public void Layers_of_the_core_point_down() => Assert.Equal([], Arrows.Against(Core, "src", "Retort"));

    [Fact]
    public void Layers_of_migrations_point_down() =>
        Assert.Equal([], Arrows.Against(Migrations, "src", "Retort.Migrations"));

    [Fact]
    public void An_arrow_that_points_up_is_found()
    {
        var reversed = new Dictionary<string, string[]>(Core) { ["Schema"] = ["Types"] };
        Assert.NotEmpty(Arrows.Against(reversed, "src", "Retort"));
    }
}
