namespace Retort;

/// <summary>ALTER TABLE … ADD CONSTRAINT.</summary>
public sealed record AddConstraint(TableName Table, Constraint Constraint) : TableChange(Table);

/// <summary>ALTER TABLE … DROP CONSTRAINT, by name.</summary>
public sealed record DropConstraint(TableName Table, string Name) : TableChange(Table);

/// <summary>ALTER TABLE … RENAME CONSTRAINT.</summary>
public sealed record RenameConstraint(TableName Table, string Name, string NewName) : TableChange(Table);
