namespace Retort;

/// <summary>CREATE TABLE with its columns and constraints; its indexes are elements of their own.</summary>
public sealed record CreateTable(Table Table) : DdlElement
{
    /// <summary>Whether a table of the name that is there already is left as it is.</summary>
    public bool IfNotExists { get; init; }
}

/// <summary>DROP TABLE.</summary>
public sealed record DropTable(TableName Table) : DdlElement
{
    /// <summary>Whether it is no error that there is none.</summary>
    public bool IfExists { get; init; }
}

/// <summary>ALTER TABLE … RENAME TO.</summary>
public sealed record RenameTable(TableName Table, string NewName) : DdlElement;

/// <summary>Another text behind the closing parenthesis of CREATE TABLE; the table is rebuilt.</summary>
/// <param name="Table">The table.</param>
/// <param name="Options">The text; null: none.</param>
public sealed record SetTableOptions(TableName Table, string? Options) : TableChange(Table);
