namespace Retort.Migrations;

/// <summary>CREATE SCHEMA.</summary>
public sealed record CreateSchemaOp(string Name) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new DropSchemaOp(Name);

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new CreateObject(new SchemaNamespace(Name))];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => writer.Call("CreateSchema", CSharp.Literal(Name));
}

/// <summary>DROP SCHEMA, which must be empty.</summary>
public sealed record DropSchemaOp(string Name) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new CreateSchemaOp(Name);

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropObject(new SchemaNamespace(Name))];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => writer.Call("DropSchema", CSharp.Literal(Name));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateSchemaVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates a schema, in which tables stand.</summary>
        public void CreateSchema(string name) => op.Add(new CreateSchemaOp(name));

        /// <summary>Drops a schema in which nothing stands.</summary>
        public void DropSchema(string name) => op.Add(new DropSchemaOp(name));
    }
}
