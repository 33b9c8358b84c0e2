using System.Globalization;

namespace Retort;

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

    /// <summary>The default: a literal's value, an <see cref="SqlFragment"/>, a <see cref="SqlValue"/>, or <see cref="DialectDefaults"/>; null for none.</summary>
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

    /// <summary>Defaults by database.</summary>
    public static implicit operator ServerDefault(DialectDefaults defaults) => new(defaults);

    /// <summary>The default on one database.</summary>
    /// <param name="dialect">The database, by <c>Dialect.Name</c>.</param>
    public ServerDefault On(string dialect) => _value is DialectDefaults defaults ? defaults.On(dialect) : this;

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

/// <summary>A server default that is not the same on every database.</summary>
/// <param name="Defaults">The default on each database, by the dialect's name; an empty name: on all others.</param>
public readonly record struct DialectDefaults(ValueList<(string Dialect, ServerDefault Default)> Defaults)
{
    /// <summary>The default on one database; one that is set and does not exist where there is none.</summary>
    public ServerDefault On(string dialect) =>
        Defaults
            .Items.Where(each => each.Dialect == dialect || each.Dialect.Length == 0)
            .OrderByDescending(each => each.Dialect.Length)
            .Select(each => each.Default)
            .DefaultIfEmpty((string?)null)
            .First();

    /// <inheritdoc />
    public override string ToString() =>
        string.Join(", ", Defaults.Items.Select(each => $"{each.Dialect}: {each.Default}"));
}
