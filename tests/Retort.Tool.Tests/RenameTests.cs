namespace Retort.Tool.Tests;

/// <summary>A person who renamed a property: asked at a terminal, told the flags without one, and never robbed of the values.</summary>
public sealed class RenameTests(InstalledTool tool)
{
    [Fact]
    [Row("J2.prompt")]
    public async Task What_was_renamed_is_asked_or_must_be_said()
    {
        var folder = await tool.NewProjectAsync("renamed");
        var model = Path.Combine(folder, "Hero.cs");
        File.WriteAllText(model, HeroSources.Hero);
        (await tool.RunAsync(folder, "init")).Succeeds();
        (await tool.RunAsync(folder, "revision", "--autogenerate", "-m", "create")).Succeeds();
        (await tool.RunAsync(folder, "upgrade", "head")).Succeeds();
        var database = Path.Combine(folder, "app.db");
        using (var connection = SqliteFile.Open(database))
            SqliteFile.Execute(connection, "INSERT INTO hero (id, name, secret_name) VALUES ('1', 'Deadpond', 'Dive')");
        File.WriteAllText(model, HeroSources.Hero.Replace("SecretName", "RealName", StringComparison.Ordinal));
        string[] revision = ["revision", "--autogenerate", "-m", "real name"];

        (await tool.RunAsync(folder, revision)).EndsWith(
            1,
            "error RT0742",
            "column 'hero.secret_name' goes and column 'real_name' comes",
            "--rename hero.secret_name=real_name"
        );
        Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "migrations", "versions")));
        (await tool.RunAsync(folder, "diff", "head", "models", "--rename", "hero.secret_name=real_name")).EndsWith(
            3,
            "Detected renamed column 'hero.secret_name' to 'real_name'"
        );
        (await AtTerminalAsync(folder, "y", revision)).Succeeds(
            "Column 'hero.secret_name' goes and column 'real_name' comes. Was it renamed? [y/N]",
            "Detected renamed column 'hero.secret_name' to 'real_name'"
        );
        (await tool.RunAsync(folder, "upgrade", "head")).Succeeds();
        Assert.Equal(["Dive"], SqliteFile.Column(database, "SELECT real_name FROM hero"));
        (await tool.RunAsync(folder, "check")).Succeeds();
        (await tool.RunAsync(folder, "downgrade", "-1")).Succeeds();
        Assert.Equal(["Dive"], SqliteFile.Column(database, "SELECT secret_name FROM hero"));
    }

    /// <summary>Runs the tool as somebody sees it who types an answer.</summary>
    private Task<Finished> AtTerminalAsync(string folder, string answer, string[] arguments) =>
        Programs.RunAsync(
            folder,
            tool.Environment,
            "sh",
            [
                "-c",
                $"echo {answer} | script -qec '\"{tool.Retort}\" {string.Join(' ', arguments.Select(each => $"\"{each}\""))}' /dev/null",
            ]
        );
}
