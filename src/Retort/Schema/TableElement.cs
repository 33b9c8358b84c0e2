namespace Retort;

/// <summary>What a table is made of: a column, a constraint, an index, a comment.</summary>
public interface ITableElement;

/// <summary>What people are told about the table.</summary>
public sealed record TableComment(string Text) : ITableElement;

/// <summary>What stands behind the closing parenthesis of CREATE TABLE.</summary>
public sealed record TableOptions(string Sql) : ITableElement;

/// <summary>A named rule of a table.</summary>
/// <param name="Name">The name; null until a <see cref="NamingConvention"/> gives one, or where a database has none.</param>
public abstract record Constraint(string? Name) : ITableElement
{
    /// <summary>What people are told about it; kept in the database where it keeps comments.</summary>
    public string? Comment { get; init; }
}
