namespace Retort.Bench;

/// <summary>
/// The tool's commands with nothing to build against Alembic's on a project of the same shape: two revisions, one SQLite table.
/// Whole processes, as a person starts them, with the packed and installed tool.
/// </summary>
internal static class ToolCommands
{
    private const double Limit = 0.5;

    public static bool Run()
    {
        if (!Programs.Has("alembic"))
        {
            Console.WriteLine(
                "\nThe tool is measured against Alembic, which is not installed (apt-get install alembic)."
            );
            return true;
        }
        var folder = Directory.CreateTempSubdirectory("retort-bench-").FullName;
        try
        {
            var alembic = AlembicProject(Directory.CreateDirectory(Path.Combine(folder, "alembic")).FullName);
            var tool = RetortProject(folder);
            return new[] { "history", "heads", "current", "upgrade head" }
                .Select(command =>
                    Harness.Compare(
                        $"{command} (SQLite, nothing to build), whole processes",
                        15,
                        new Contestant("Alembic", () => alembic(command)),
                        new Contestant("Retort", () => Run(tool, command), Limit)
                    )
                )
                .Append(new ChangedModel(tool).Run())
                .ToList()
                .TrueForAll(held => held);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Func<string, long> AlembicProject(string folder)
    {
        Start(folder, "alembic", "init migrations");
        var ini = Path.Combine(folder, "alembic.ini");
        File.WriteAllText(
            ini,
            File.ReadAllText(ini).Replace("driver://user:pass@localhost/dbname", "sqlite:///app.db")
        );
        foreach (var message in new[] { "first", "second" })
            Start(folder, "alembic", $"revision -m {message}");
        Start(folder, "alembic", "upgrade head");
        return command => Start(folder, "alembic", command);
    }

    private static PackedTool RetortProject(string folder)
    {
        var tool = new PackedTool(folder, "Retort.Sqlite");
        File.WriteAllText(Path.Combine(tool.Project, "Hero.cs"), Model);
        tool.Run("init");
        tool.Run("revision", "--autogenerate", "-m", "first");
        tool.Run("upgrade", "head");
        tool.Run("revision", "-m", "second");
        tool.Run("upgrade", "head");
        return tool;
    }

    private static long Run(PackedTool tool, string command)
    {
        tool.Run(command.Split(' '));
        return 0;
    }

    /// <summary>The model of the first revision.</summary>
    public const string Model = """
        using System.ComponentModel.DataAnnotations;
        using Retort;

        [Table]
        public partial class Hero
        {
            [Key] public Guid Id { get; set; }
            [Index] public required string Name { get; set; }
        }
        """;

    private static long Start(string folder, string program, string arguments)
    {
        Programs.Run(folder, program, arguments.Split(' '));
        return 0;
    }
}
