using System.Diagnostics;

namespace Retort.Bench;

/// <summary>From a model that got a property to the revision that adds its column, with the compiler server running: at most a second.</summary>
internal sealed class ChangedModel(PackedTool tool)
{
    private const int Rounds = 9;
    private const double Limit = 1000;

    /// <summary>Runs and prints; false where it takes longer than its limit.</summary>
    public bool Run()
    {
        Console.WriteLine("\nrevision --autogenerate of a model that changed (SQLite), whole process");
        var times = Enumerable.Range(0, Rounds + 1).Select(Time).Skip(1).Order().ToList();
        var median = times[Rounds / 2];
        Console.WriteLine(
            $"  {"Retort", -34} {median, 9:0.0} ms   to reach {Limit:0} ms: {(median <= Limit ? "yes" : "NO")}"
        );
        return median <= Limit;
    }

    private double Time(int round)
    {
        var model = ToolCommands.Model.TrimEnd().TrimEnd('}') + $"    public int? Added{round} {{ get; set; }}\n}}\n";
        File.WriteAllText(Path.Combine(tool.Project, "Hero.cs"), model);
        var start = Stopwatch.GetTimestamp();
        tool.Run("revision", "--autogenerate", "-m", $"change {round}");
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        File.Delete(
            Directory.EnumerateFiles(tool.Project, $"*_change_{round}.cs", SearchOption.AllDirectories).Single()
        );
        return elapsed;
    }
}
