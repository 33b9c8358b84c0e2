namespace Retort;

/// <summary>How a database counts the values of a column up, as SQL:2003 describes it; null: the database's own choice.</summary>
/// <param name="Kind">What makes the values.</param>
public sealed record Identity(IdentityKind Kind = IdentityKind.ByDefault)
{
    /// <summary>The first value.</summary>
    public long? Start { get; init; }

    /// <summary>The distance from one value to the next; negative: downwards.</summary>
    public long? Increment { get; init; }

    /// <summary>The smallest value.</summary>
    public long? MinValue { get; init; }

    /// <summary>The largest value.</summary>
    public long? MaxValue { get; init; }

    /// <summary>How many values a session takes at once.</summary>
    public long? Cache { get; init; }

    /// <summary>Whether counting begins again behind the last value.</summary>
    public bool Cycle { get; init; }
}

/// <summary>What makes the values of a column that is counted up.</summary>
public enum IdentityKind
{
    /// <summary>The database, unless an INSERT gives a value.</summary>
    ByDefault,

    /// <summary>The database; an INSERT that gives a value is an error.</summary>
    Always,

    /// <summary>Nobody: the column is not counted up. Only in a change of a column.</summary>
    None,

    /// <summary>A default that takes the next value of a sequence which belongs to the column: PostgreSQL's older form.</summary>
    Serial,
}
