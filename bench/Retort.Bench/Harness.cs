using System.Diagnostics;

namespace Retort.Bench;

/// <summary>One way to do a job; gives a checksum of what it did, which all ways must agree on.</summary>
/// <param name="Name">Who does it.</param>
/// <param name="Run">The job.</param>
/// <param name="Limit">The ratio to the first contestant to reach; null: none is set.</param>
internal sealed record Contestant(string Name, Func<long> Run, double? Limit = null)
{
    /// <summary>What is done before each run, and not measured; null: nothing.</summary>
    public Action? Prepare { get; init; }
}

/// <summary>
/// Compares contestants in one process: after a warm-up, rounds in which each runs once, in turn, so that a drift of the
/// machine meets all of them. Reports medians, and ratios round by round against the first contestant.
/// </summary>
internal static class Harness
{
    private const int WarmUps = 4;

    /// <summary>Runs and prints; false where a ratio is over its limit.</summary>
    public static bool Compare(string title, int rounds, params IReadOnlyList<Contestant> contestants) =>
        Compare(title, rounds, WarmUps, contestants);

    /// <summary>The same with as many warm-ups as jobs need that take seconds.</summary>
    public static bool Compare(string title, int rounds, int warmUps, params IReadOnlyList<Contestant> contestants)
    {
        Console.WriteLine($"\n{title}");
        contestants[0].Prepare?.Invoke();
        var expected = contestants[0].Run();
        foreach (var contestant in contestants)
            WarmUp(contestant, warmUps, expected);
        var times = contestants.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        for (var i = 0; i < contestants.Count; i++)
            times[i][round] = Time(contestants[i], expected);
        return contestants
            .Select((contestant, i) => Report(contestant, times[i], times[0]))
            .ToList()
            .TrueForAll(held => held);
    }

    private static void WarmUp(Contestant contestant, int times, long expected)
    {
        for (var i = 0; i < times; i++)
            Time(contestant, expected);
    }

    private static double Time(Contestant contestant, long expected)
    {
        contestant.Prepare?.Invoke();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        var checksum = contestant.Run();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return checksum == expected
            ? elapsed
            : throw new InvalidOperationException(
                $"{contestant.Name} did other work: {checksum} instead of {expected}."
            );
    }

    private static bool Report(Contestant contestant, double[] times, double[] first)
    {
        var ratio = Median([.. times.Zip(first, (mine, theirs) => mine / theirs)]);
        var held = contestant.Limit is not { } limit || ratio <= limit;
        var goal = contestant.Limit is null ? "" : $"   to reach {contestant.Limit:0.00}: {(held ? "yes" : "NO")}";
        Console.WriteLine($"  {contestant.Name, -34} {Median(times), 9:0.0} ms   {ratio, 5:0.00}x{goal}");
        return held;
    }

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
