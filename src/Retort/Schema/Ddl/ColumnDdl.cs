namespace Retort;

/// <summary>ALTER TABLE … ADD COLUMN.</summary>
public sealed record AddColumn(TableName Table, Column Column) : TableChange(Table)
{
    /// <summary>Whether a column of the name that is there already is left as it is.</summary>
    public bool IfNotExists { get; init; }
}

/// <summary>ALTER TABLE … DROP COLUMN.</summary>
public sealed record DropColumn(TableName Table, string Column) : TableChange(Table)
{
    /// <summary>Whether it is no error that there is none.</summary>
    public bool IfExists { get; init; }
}

/// <summary>ALTER TABLE … RENAME COLUMN.</summary>
public sealed record RenameColumn(TableName Table, string Column, string NewName) : TableChange(Table);

/// <summary>Changes what is set of a column; what is null or unset stays.</summary>
public sealed record AlterColumn(TableName Table, string Column) : TableChange(Table)
{
    /// <summary>The new type.</summary>
    public SqlType? Type { get; init; }

    /// <summary>What rows get for their values of the old type, in SQL; null: the value itself, converted.</summary>
    public string? Using { get; init; }

    /// <summary>The type before; null: unknown.</summary>
    public SqlType? ExistingType { get; init; }

    /// <summary>The new collation; an empty name: the type's own.</summary>
    public string? Collation { get; init; }

    /// <summary>How values are counted up from now on; <see cref="IdentityKind.None"/>: not any more.</summary>
    public Identity? Identity { get; init; }

    /// <summary>How values are counted up so far; <see cref="IdentityKind.None"/>: they are not.</summary>
    public Identity? ExistingIdentity { get; init; }

    /// <summary>Whether the column may be NULL from now on.</summary>
    public bool? Nullable { get; init; }

    /// <summary>The new server default; one that is set and does not exist drops it.</summary>
    public ServerDefault ServerDefault { get; init; }
}

/// <summary>The next value that a column is counted up to stands behind the largest that it has.</summary>
public sealed record CountOn(TableName Table, string Column) : TableChange(Table);

/// <summary>Gives a column a sequence of its own and the next number of it as default, as the older <c>serial</c> does.</summary>
public sealed record AddSerial(TableName Table, string Column, SqlType Type, Identity Identity) : TableChange(Table);

/// <summary>Takes a column's own sequence away, and the default that counts with it.</summary>
public sealed record DropSerial(TableName Table, string Column) : TableChange(Table);

/// <summary>UPDATE of the rows that are NULL in a column.</summary>
public sealed record FillNulls(TableName Table, string Column, ServerDefault Value) : TableChange(Table);
