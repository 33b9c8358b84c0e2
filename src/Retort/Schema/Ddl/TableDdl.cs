namespace Retort;

/// <summary>CREATE TABLE with its columns and constraints; its indexes are elements of their own.</summary>
public sealed record CreateTable(Table Table) : DdlElement;

/// <summary>DROP TABLE.</summary>
public sealed record DropTable(TableName Table) : DdlElement;

/// <summary>ALTER TABLE … RENAME TO.</summary>
public sealed record RenameTable(TableName Table, string NewName) : DdlElement;
