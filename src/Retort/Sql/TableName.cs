namespace Retort;

/// <summary>The name of a table, with the schema that it is in; null: the connection's default schema.</summary>
public readonly record struct TableName(string Name, string? Schema = null)
{
    /// <summary>A table of the default schema; the text is the name as it is, a dot is part of it.</summary>
    public static implicit operator TableName(string name) => new(name);

    /// <summary><c>name</c> or <c>schema.name</c>, unquoted.</summary>
    public override string ToString() => Schema is null ? Name : $"{Schema}.{Name}";
}
