namespace Retort.Migrations;

/// <summary>CREATE DOMAIN.</summary>
public sealed record CreateDomainOp(DomainDefinition Domain) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new DropDomainOp(Domain.Name) { Dropped = Domain };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => SchemaCreation.Of(Domain);

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreateDomain",
            CSharp.Of(Domain.Name),
            Domain.Type.CSharp,
            CSharp.Flag("nullable", Domain.Nullable, standard: true),
            Domain.ServerDefault.Exists ? CSharp.Named("serverDefault", CSharp.Of(Domain.ServerDefault)) : null,
            TableElements.Text("collation", Domain.Collation),
            TableElements.List("checks", Domain.Checks),
            TableElements.Text("comment", Domain.Comment)
        );
}

/// <summary>DROP DOMAIN, which no column may have.</summary>
public sealed record DropDomainOp(TableName Name) : Operation
{
    /// <summary>The domain as it is before; null where nobody said.</summary>
    public DomainDefinition? Dropped { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } domain
            ? new CreateDomainOp(domain)
            : throw new IrreversibleOperationException(this, "it does not say which type the domain is");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropObject(new DomainDefinition(Name, new Text()))];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => writer.Call("DropDomain", CSharp.Of(Name));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateDomainVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates a type that is another one with rules.</summary>
        /// <param name="name">Its name; a column has it as <c>Unknown("name")</c>.</param>
        /// <param name="type">The type that it is.</param>
        /// <param name="nullable">Whether values may be NULL.</param>
        /// <param name="serverDefault">What the database fills in.</param>
        /// <param name="collation">The collation by name; null: the type's own.</param>
        /// <param name="checks">The conditions, over <c>VALUE</c>.</param>
        /// <param name="comment">What people are told about it.</param>
        public void CreateDomain(
            TableName name,
            SqlType type,
            bool nullable = true,
            ServerDefault serverDefault = default,
            string? collation = null,
            ValueList<CheckConstraint> checks = default,
            string? comment = null
        ) =>
            op.Add(
                new CreateDomainOp(
                    new DomainDefinition(name, type)
                    {
                        Nullable = nullable,
                        ServerDefault = serverDefault,
                        Collation = collation,
                        Checks = checks,
                        Comment = comment,
                    }
                )
            );

        /// <summary>Drops a domain, which no column may have.</summary>
        public void DropDomain(TableName name) => op.Add(new DropDomainOp(name));
    }
}
