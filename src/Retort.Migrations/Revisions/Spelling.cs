namespace Retort.Migrations;

/// <summary>Finds what a misspelt name was probably meant to be.</summary>
internal static class Spelling
{
    private const int MostSuggestions = 3;

    /// <summary>The nearest names, best first; none where all are too far away to be a slip of the keys.</summary>
    public static IReadOnlyList<string> Suggest(string name, IEnumerable<string> known)
    {
        var tolerance = Math.Max(1, name.Length / 4);
        return
        [
            .. known
                .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
                .Where(candidate => candidate.Distance <= tolerance && candidate.Distance < name.Length)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Take(MostSuggestions)
                .Select(candidate => candidate.Name),
        ];
    }

    /// <summary>"Did you mean 'a' or 'b'?", or null without a near name.</summary>
    public static string? DidYouMean(string name, IEnumerable<string> known) =>
        Suggest(name, known) is { Count: > 0 } near
            ? $"Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?"
            : null;

    /// <summary>
    /// Keys pressed wrongly: one for a letter too many, too few, wrong, or swapped with the next; capitals are free.
    /// Of a longer candidate only the beginning counts, since ids may be shortened.
    /// </summary>
    public static int Distance(string typed, string candidate)
    {
        var whole = Compare(typed, candidate, candidate.Length);
        var shortened =
            candidate.Length > typed.Length && typed.Length > 3 ? Compare(typed, candidate, typed.Length) : whole;
        return Math.Min(whole, shortened);
    }

    private static int Compare(string left, string right, int rightLength)
    {
        var costs = new int[left.Length + 1, rightLength + 1];
        for (var i = 0; i <= left.Length; i++)
        for (var j = 0; j <= rightLength; j++)
            costs[i, j] = (i, j) is (0, _) or (_, 0) ? i + j : Cost(i, j);
        return costs[left.Length, rightLength];

        int Cost(int i, int j)
        {
            var same = IsSame(left[i - 1], right[j - 1]) ? 0 : 1;
            var cost = Math.Min(costs[i - 1, j - 1] + same, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
            var isSwap = i > 1 && j > 1 && IsSame(left[i - 1], right[j - 2]) && IsSame(left[i - 2], right[j - 1]);
            return isSwap ? Math.Min(cost, costs[i - 2, j - 2] + 1) : cost;
        }
    }

    private static bool IsSame(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
