namespace Retort;

/// <summary>CREATE INDEX.</summary>
public sealed record CreateIndex(TableName Table, TableIndex Index) : DdlElement;

/// <summary>DROP INDEX.</summary>
public sealed record DropIndex(TableName Table, string Name) : DdlElement;
