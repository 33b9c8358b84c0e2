namespace Retort;

/// <summary>ALTER TABLE … ADD COLUMN.</summary>
public sealed record AddColumn(TableName Table, Column Column) : TableChange(Table);

/// <summary>ALTER TABLE … DROP COLUMN.</summary>
public sealed record DropColumn(TableName Table, string Column) : TableChange(Table);

/// <summary>ALTER TABLE … RENAME COLUMN.</summary>
public sealed record RenameColumn(TableName Table, string Column, string NewName) : TableChange(Table);

/// <summary>Changes what is set of a column; what is null or unset stays.</summary>
public sealed record AlterColumn(TableName Table, string Column) : TableChange(Table)
{
    /// <summary>The new type.</summary>
    public SqlType? Type { get; init; }

    /// <summary>Whether the column may be NULL from now on.</summary>
    public bool? Nullable { get; init; }

    /// <summary>The new server default; one that is set and does not exist drops it.</summary>
    public ServerDefault ServerDefault { get; init; }
}
