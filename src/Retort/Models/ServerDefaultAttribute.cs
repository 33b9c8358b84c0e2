namespace Retort;

/// <summary>
/// The database fills the column in where an INSERT leaves it out: a session leaves it out while the property has its
/// type's default value, and reads back what the database chose.
/// </summary>
/// <example><code>[ServerDefault(SqlValue.Now)]</code> <code>[ServerDefault(Literal = "draft")]</code> <code>[ServerDefault(Expression = "gen_random_uuid()", Dialect = "postgresql")]</code></example>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class ServerDefaultAttribute : Attribute
{
    /// <summary>A literal or an expression, which is named.</summary>
    public ServerDefaultAttribute() { }

    /// <summary>A portable value.</summary>
    public ServerDefaultAttribute(SqlValue value) => Value = value;

    /// <summary>A value that each database has; null: a literal or an expression.</summary>
    public SqlValue? Value { get; }

    /// <summary>A text, a whole number, true or false.</summary>
    public object? Literal { get; set; }

    /// <summary>An SQL expression.</summary>
    public string? Expression { get; set; }

    /// <summary>The only database that it is for, such as <c>postgresql</c>; null: all that have no other.</summary>
    public string? Dialect { get; set; }
}
