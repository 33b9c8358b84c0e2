using System.Globalization;

namespace Retort.Tool;

/// <summary>All inputs of a build in two numbers, which say whether something changed since, and whether only C# code did.</summary>
/// <param name="Evaluated">Of which build: the time when its project was evaluated, in ticks.</param>
/// <param name="Sources">The C# files.</param>
/// <param name="Others">Everything else.</param>
internal sealed record BuildFingerprint(long Evaluated, ulong Sources, ulong Others)
{
    /// <summary>The inputs as they are now; their order does not matter.</summary>
    public static BuildFingerprint Of(BuildRecord record, IEnumerable<BuildInput> inputs)
    {
        var (sources, others) = (0UL, 0UL);
        foreach (var input in inputs)
            if (input.IsSource)
                sources += input.Fingerprint;
            else
                others += input.Fingerprint;
        return new(record.Evaluated.Ticks, sources, others);
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where that is missing or something else.</summary>
    public static BuildFingerprint? Read(string path) =>
        File.Exists(path)
        && File.ReadAllText(path).Split(' ') is [var evaluated, var sources, var others]
        && long.TryParse(evaluated, CultureInfo.InvariantCulture, out var ticks)
        && ulong.TryParse(sources, CultureInfo.InvariantCulture, out var first)
        && ulong.TryParse(others, CultureInfo.InvariantCulture, out var second)
            ? new(ticks, first, second)
            : null;

    /// <summary>Writes it to a file; not where somebody else is writing, or nobody may: then the next command compares times again.</summary>
    public void Write(string path)
    {
        try
        {
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{Evaluated} {Sources} {Others}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException) { }
    }
}
