namespace Retort.Migrations;

/// <summary>One thing that an operation does when it is run. What a database does with it, and in which transaction, the runtime knows.</summary>
public abstract record Work
{
    private protected Work() { }

    /// <summary>Whether it runs outside of any transaction, though it could run in one.</summary>
    public bool Autocommit { get; init; }

    /// <summary>The kind of database that it is for, as it stands before <c>://</c> in a URL; null: every one.</summary>
    public string? Dialect { get; init; }
}

/// <summary>A change of the schema. Changes that follow each other are made together, so that a table is rebuilt once.</summary>
public sealed record SchemaWork(DdlElement Change) : Work;

/// <summary>C# that works with the connection.</summary>
/// <param name="Code">What is run.</param>
/// <param name="Source">Its text, by which it is known again.</param>
public sealed record CodeWork(Func<Connection, CancellationToken, Task> Code, string Source) : Work;

/// <summary>UPDATE or DELETE of a table's rows, a range of keys after the other, each in a transaction of its own.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The column by whose order the rows are gone through.</param>
/// <param name="Size">How many rows a range has.</param>
public sealed record BatchWork(TableName Table, string Key, int Size) : Work
{
    /// <summary>What is set, as it stands behind SET; null: the rows are deleted.</summary>
    public string? Set { get; init; }

    /// <summary>The condition of the rows, in SQL; null: all rows.</summary>
    public string? Where { get; init; }

    /// <summary>The same in one statement, for all rows at once.</summary>
    internal ChangeRows AtOnce => new(Table, Set, Where);
}
