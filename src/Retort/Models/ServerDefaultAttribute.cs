namespace Retort;

/// <summary>
/// The database fills the column in where an INSERT leaves it out: a session leaves it out while the property has its
/// type's default value, and reads back what the database chose.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ServerDefaultAttribute : Attribute
{
    /// <summary>A portable value.</summary>
    public ServerDefaultAttribute(SqlValue value) => Value = value;

    /// <summary>A value that each database has.</summary>
    public SqlValue Value { get; }
}
