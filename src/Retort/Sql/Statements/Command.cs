using System.Collections.Immutable;

namespace Retort;

/// <summary>A statement that gives a number of rows. Immutable; <c>session.Exec(command)</c> runs it at once.</summary>
public abstract record Command
{
    private protected Command() { }

    /// <summary>The table whose rows it changes.</summary>
    public abstract TableSource Target { get; }
}

/// <summary>A column and what it is set to.</summary>
public readonly record struct Assignment(ColumnNode Column, SqlNode Value);

/// <summary>What an INSERT of one row consists of.</summary>
public sealed record InsertStatement(Source Into) : Command
{
    /// <inheritdoc />
    public override TableSource Target => Into.Table;

    /// <summary>The values; columns that are not set get their default.</summary>
    public ImmutableArray<Assignment> Set { get; init; } = [];

    /// <summary>Columns of the new row that the statement gives back.</summary>
    public ImmutableArray<ColumnNode> Returning { get; init; } = [];
}

/// <summary>What an UPDATE consists of.</summary>
public sealed record UpdateStatement(Source Table) : Command
{
    /// <inheritdoc />
    public override TableSource Target => Table.Table;

    /// <summary>The new values.</summary>
    public ImmutableArray<Assignment> Set { get; init; } = [];

    /// <summary>Conditions, all of which hold.</summary>
    public ImmutableArray<SqlNode> Where { get; init; } = [];

    /// <summary>Columns of the changed rows that the statement gives back.</summary>
    public ImmutableArray<ColumnNode> Returning { get; init; } = [];
}

/// <summary>What a DELETE consists of.</summary>
public sealed record DeleteStatement(Source From) : Command
{
    /// <inheritdoc />
    public override TableSource Target => From.Table;

    /// <summary>Conditions, all of which hold.</summary>
    public ImmutableArray<SqlNode> Where { get; init; } = [];
}
