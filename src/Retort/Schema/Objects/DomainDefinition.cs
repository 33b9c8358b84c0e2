namespace Retort;

/// <summary>A type of the database that is another one with rules.</summary>
public sealed record DomainDefinition(TableName Name, SqlType Type) : SchemaObject(Name)
{
    /// <inheritdoc />
    public override string Kind => "domain";

    /// <inheritdoc />
    public override bool IsKnownTo(SqlSyntax syntax) => syntax.Domains;

    /// <summary>Whether values may be NULL.</summary>
    public bool Nullable { get; init; } = true;

    /// <summary>What the database fills in; unset: nothing.</summary>
    public ServerDefault ServerDefault { get; init; }

    /// <summary>The collation by name; null: the type's own.</summary>
    public string? Collation { get; init; }

    /// <summary>The conditions, over <c>VALUE</c>.</summary>
    public ValueList<CheckConstraint> Checks { get; init; }
}
