namespace Retort;

/// <summary>ALTER TABLE … ADD CONSTRAINT.</summary>
public sealed record AddConstraint(TableName Table, Constraint Constraint) : TableChange(Table)
{
    /// <summary>The unique index that a unique constraint takes over with its work done; null: it builds one.</summary>
    public string? UsingIndex { get; init; }
}

/// <summary>ALTER TABLE … VALIDATE CONSTRAINT: checks the rows that were there before a constraint was added as NOT VALID.</summary>
public sealed record ValidateConstraint(TableName Table, string Name) : DdlElement;

/// <summary>ALTER TABLE … DROP CONSTRAINT, by name.</summary>
public sealed record DropConstraint(TableName Table, string Name) : TableChange(Table);

/// <summary>ALTER TABLE … RENAME CONSTRAINT.</summary>
public sealed record RenameConstraint(TableName Table, string Name, string NewName) : TableChange(Table);
