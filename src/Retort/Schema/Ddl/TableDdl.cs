namespace Retort;

/// <summary>CREATE TABLE with its columns and constraints; its indexes are elements of their own.</summary>
public sealed record CreateTable(Table Table) : DdlElement;

/// <summary>DROP TABLE.</summary>
public sealed record DropTable(TableName Table) : DdlElement;

/// <summary>ALTER TABLE … RENAME TO.</summary>
public sealed record RenameTable(TableName Table, string NewName) : DdlElement;

/// <summary>Another text behind the closing parenthesis of CREATE TABLE; the table is rebuilt.</summary>
/// <param name="Table">The table.</param>
/// <param name="Options">The text; null: none.</param>
public sealed record SetTableOptions(TableName Table, string? Options) : TableChange(Table);
