namespace Retort.Migrations;

/// <summary>CREATE EXTENSION, where it is not there yet.</summary>
public sealed record CreateExtensionOp(ExtensionDefinition Extension) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new DropExtensionOp(Extension.Extension) { Dropped = Extension };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => SchemaCreation.Of(Extension);

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreateExtension",
            CSharp.Literal(Extension.Extension),
            TableElements.Text("schema", Extension.Schema)
        );
}

/// <summary>DROP EXTENSION, which nothing may use.</summary>
public sealed record DropExtensionOp(string Name) : Operation
{
    /// <summary>The extension as it is before; null where nobody said.</summary>
    public ExtensionDefinition? Dropped { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() => new CreateExtensionOp(Dropped ?? new ExtensionDefinition(Name));

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropObject(new ExtensionDefinition(Name))];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => writer.Call("DropExtension", CSharp.Literal(Name));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateExtensionVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates an extension, where it is not there yet.</summary>
        /// <param name="name">Its name, such as <c>citext</c>.</param>
        /// <param name="schema">The schema that it is installed into; null: where the database puts it.</param>
        public void CreateExtension(string name, string? schema = null) =>
            op.Add(new CreateExtensionOp(new ExtensionDefinition(name, schema)));

        /// <summary>Drops an extension, which nothing may use.</summary>
        public void DropExtension(string name) => op.Add(new DropExtensionOp(name));
    }
}
