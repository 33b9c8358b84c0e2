namespace Retort;

/// <summary>A set of a table's columns by position. Up to 64 columns it does not allocate.</summary>
public readonly struct ColumnSet : IEquatable<ColumnSet>
{
    private readonly ulong _low;
    private readonly ulong[]? _high;

    private ColumnSet(ulong low, ulong[]? high) => (_low, _high) = (low, high);

    /// <summary>Whether no column is in the set.</summary>
    public bool IsEmpty => _low == 0 && _high is null;

    /// <summary>The first <paramref name="count"/> columns.</summary>
    public static ColumnSet All(int count)
    {
        var set = default(ColumnSet);
        for (var column = 0; column < count; column++)
            set = set.With(column);
        return set;
    }

    /// <summary>The columns at the positions.</summary>
    public static ColumnSet Of(params IEnumerable<int> columns)
    {
        var set = default(ColumnSet);
        foreach (var column in columns)
            set = set.With(column);
        return set;
    }

    /// <summary>Whether the column is in the set.</summary>
    public bool Contains(int column)
    {
        if (column < 64)
            return (_low >> column & 1) != 0;
        var word = column / 64 - 1;
        return _high is { } high && word < high.Length && (high[word] >> (column % 64) & 1) != 0;
    }

    /// <summary>The set with the column.</summary>
    public ColumnSet With(int column)
    {
        if (column < 64)
            return new ColumnSet(_low | 1UL << column, _high);
        var word = column / 64 - 1;
        var high = new ulong[Math.Max(word + 1, _high?.Length ?? 0)];
        _high?.CopyTo(high, 0);
        high[word] |= 1UL << (column % 64);
        return new ColumnSet(_low, high);
    }

    /// <summary>Whether both sets have a column in common.</summary>
    public bool Overlaps(ColumnSet other)
    {
        if ((_low & other._low) != 0)
            return true;
        for (var word = 0; word < Math.Min(_high?.Length ?? 0, other._high?.Length ?? 0); word++)
            if ((_high![word] & other._high![word]) != 0)
                return true;
        return false;
    }

    /// <summary>The columns of this set that are not in <paramref name="other"/>.</summary>
    public ColumnSet Except(ColumnSet other)
    {
        if (_high is null)
            return new ColumnSet(_low & ~other._low, null);
        var high = (ulong[])_high.Clone();
        for (var word = 0; word < Math.Min(high.Length, other._high?.Length ?? 0); word++)
            high[word] &= ~other._high![word];
        return new ColumnSet(_low & ~other._low, Trim(high));
    }

    /// <summary>The positions in the set, in order.</summary>
    public IEnumerable<int> Positions()
    {
        for (var column = 0; column < 64 * (1 + (_high?.Length ?? 0)); column++)
            if (Contains(column))
                yield return column;
    }

    /// <summary>Equal sets are stored alike: no empty word at the end.</summary>
    private static ulong[]? Trim(ulong[] high)
    {
        var length = high.Length;
        while (length > 0 && high[length - 1] == 0)
            length--;
        return length == 0 ? null : high[..length];
    }

    /// <inheritdoc />
    public bool Equals(ColumnSet other) =>
        _low == other._low && (_high ?? []).AsSpan().SequenceEqual((other._high ?? []).AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is ColumnSet other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_low);
        foreach (var word in _high ?? [])
            hash.Add(word);
        return hash.ToHashCode();
    }

    /// <summary>Whether both sets have the same columns.</summary>
    public static bool operator ==(ColumnSet left, ColumnSet right) => left.Equals(right);

    /// <summary>Whether a column is in one of the sets only.</summary>
    public static bool operator !=(ColumnSet left, ColumnSet right) => !left.Equals(right);
}
