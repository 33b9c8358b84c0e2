namespace Retort;

/// <summary>CREATE INDEX.</summary>
public sealed record CreateIndex(TableName Table, TableIndex Index) : DdlElement
{
    /// <summary>Whether writers are not kept waiting; then it cannot be part of a transaction.</summary>
    public bool Concurrently { get; init; }

    /// <summary>Whether an index of the name that is there already is left as it is.</summary>
    public bool IfNotExists { get; init; }
}

/// <summary>How far an index is.</summary>
public enum IndexState
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It was built or dropped concurrently, and that was interrupted.</summary>
    Incomplete,

    /// <summary>It is there, and used.</summary>
    Complete,
}

/// <summary>DROP INDEX.</summary>
public sealed record DropIndex(TableName Table, string Name) : DdlElement
{
    /// <summary>Whether writers are not kept waiting; then it cannot be part of a transaction.</summary>
    public bool Concurrently { get; init; }

    /// <summary>Whether it is no error that there is none.</summary>
    public bool IfExists { get; init; }
}

/// <summary>ALTER INDEX … RENAME; a database that cannot drops the index and creates it.</summary>
public sealed record RenameIndex(TableName Table, string Name, string NewName) : TableChange(Table);
