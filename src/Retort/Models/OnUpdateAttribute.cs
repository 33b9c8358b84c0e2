namespace Retort;

/// <summary>
/// The column is set each time its row is updated: by a session that changes another property of the object, and by an UPDATE statement,
/// unless they set the column themselves.
/// </summary>
/// <example><code>[OnUpdate(SqlValue.Now)]</code> <code>[OnUpdate(Expression = "version + 1")]</code> <code>[OnUpdate(nameof(NextStamp))]</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OnUpdateAttribute : Attribute
{
    /// <summary>An expression, which is named.</summary>
    public OnUpdateAttribute() { }

    /// <summary>A portable value.</summary>
    public OnUpdateAttribute(SqlValue value) => Value = value;

    /// <summary>A member of the class that gives the value: a property, or a method without parameters. Sessions ask it; statements do not.</summary>
    public OnUpdateAttribute(string member) => Member = member;

    /// <summary>A value that each database has; null: an expression or a member.</summary>
    public SqlValue? Value { get; }

    /// <summary>The member's name; null: the database sets the column.</summary>
    public string? Member { get; }

    /// <summary>An SQL expression over the row as it was.</summary>
    public string? Expression { get; set; }
}
