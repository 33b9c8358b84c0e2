namespace Retort;

/// <summary>The database computes the column from the row's other columns; an object gets the value when its row is inserted or read.</summary>
/// <param name="sql">The expression, in SQL.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ComputedAttribute(string sql) : Attribute
{
    /// <summary>The expression, in SQL.</summary>
    public string Sql { get; } = sql;

    /// <summary>Whether the value is stored when the row is written; otherwise it is computed when it is read, where the database can.</summary>
    public bool Stored { get; set; }

    /// <summary>Whether the value must be computed when it is read: PostgreSQL, from 18, stores it where nothing is said.</summary>
    public bool Virtual { get; set; }
}

/// <summary>The database counts the values of a whole-number column up; a key of one whole number is counted without it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentityAttribute(IdentityKind kind = IdentityKind.ByDefault) : Attribute
{
    /// <summary>What makes the values.</summary>
    public IdentityKind Kind { get; } = kind;

    /// <summary>The first value.</summary>
    public long Start { get; set; }

    /// <summary>The distance from one value to the next.</summary>
    public long Increment { get; set; }

    /// <summary>The smallest value.</summary>
    public long MinValue { get; set; }

    /// <summary>The largest value.</summary>
    public long MaxValue { get; set; }

    /// <summary>How many values a session takes at once.</summary>
    public long Cache { get; set; }

    /// <summary>Whether counting begins again behind the last value.</summary>
    public bool Cycle { get; set; }
}
