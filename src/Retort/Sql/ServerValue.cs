namespace Retort;

/// <summary>A value that the database provides, the same on every database.</summary>
public enum SqlValue
{
    /// <summary>The time of the statement or transaction, as the column type stores a point in time.</summary>
    Now,
}

/// <summary>SQL text, as opposed to a value.</summary>
public readonly record struct SqlFragment(string Text);
