using System.Globalization;

namespace Retort;

/// <summary>A value that the database provides, the same on every database.</summary>
public enum SqlValue
{
    /// <summary>The time of the statement or transaction, as the column type stores a point in time.</summary>
    Now,
}

/// <summary>SQL text, as opposed to a value.</summary>
public readonly record struct SqlFragment(string Text);

/// <summary>
/// A server default: a literal, SQL, a portable value, or none.
/// <c>default</c> says nothing about a default (<see cref="IsSet"/> is false); null says that there is none.
/// </summary>
public readonly record struct ServerDefault
{
    private readonly object? _value;

    private ServerDefault(object? value) => (_value, IsSet) = (value, true);

    /// <summary>Whether anything was said.</summary>
    public bool IsSet { get; }

    /// <summary>Whether there is a default.</summary>
    public bool Exists => _value is not null;

    /// <summary>The default: a literal's value, an <see cref="SqlFragment"/> or a <see cref="SqlValue"/>; null for none.</summary>
    public object? Value => _value;

    /// <summary>A text literal, or none.</summary>
    public static implicit operator ServerDefault(string? literal) => new(literal);

    /// <summary>A whole number.</summary>
    public static implicit operator ServerDefault(long literal) => new(literal);

    /// <summary>A decimal number.</summary>
    public static implicit operator ServerDefault(decimal literal) => new(literal);

    /// <summary>True or false.</summary>
    public static implicit operator ServerDefault(bool literal) => new(literal);

    /// <summary>An SQL expression.</summary>
    public static implicit operator ServerDefault(SqlFragment expression) => new(expression);

    /// <summary>A portable value.</summary>
    public static implicit operator ServerDefault(SqlValue value) => new(value);

    /// <summary>The default as a person reads it; empty where there is none.</summary>
    public override string ToString() =>
        _value switch
        {
            null => "",
            SqlFragment fragment => fragment.Text,
            string text => TypeMap.Quote(text),
            _ => Convert.ToString(_value, CultureInfo.InvariantCulture) ?? "",
        };
}
