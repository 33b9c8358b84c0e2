namespace Retort.Migrations;

/// <summary>One change of the version table. Each must find its row as expected, or someone else has been at work.</summary>
/// <param name="From">The row that must be there; null for an insert.</param>
/// <param name="To">The row afterwards; null for a delete.</param>
public sealed record RowChange(string? From, string? To)
{
    /// <summary><c>INSERT a</c>, <c>UPDATE a->b</c> or <c>DELETE a</c>.</summary>
    public override string ToString() =>
        (From, To) switch
        {
            (null, _) => $"INSERT {To}",
            (_, null) => $"DELETE {From}",
            _ => $"UPDATE {From}->{To}",
        };

    /// <summary>The rows after some changes, sorted.</summary>
    internal static IReadOnlyList<string> Apply(IEnumerable<string> rows, IEnumerable<RowChange> changes)
    {
        var after = new SortedSet<string>(rows, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (change.From is { } from)
                after.Remove(from);
            if (change.To is { } to)
                after.Add(to);
        }
        return [.. after];
    }

    /// <summary>The fewest changes from some rows to others: deletes first, so that no row is ever there twice.</summary>
    internal static IReadOnlyList<RowChange> Between(IReadOnlyList<string> removed, IReadOnlyList<string> added)
    {
        var updates = Math.Min(removed.Count, added.Count);
        return
        [
            .. removed.SkipLast(updates).Select(id => new RowChange(id, null)),
            .. removed.TakeLast(updates).Zip(added, (from, to) => new RowChange(from, to)),
            .. added.Skip(updates).Select(id => new RowChange(null, id)),
        ];
    }
}
