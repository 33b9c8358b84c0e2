namespace Retort.Migrations;

/// <summary>Creates a type of the database whose values are labels.</summary>
public sealed record CreateEnumOp(TableName Name, ValueList<string> Labels) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new DropEnumOp(Name) { Dropped = Labels };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new CreateObject(new EnumDefinition(Name, Labels))];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => writer.Call("CreateEnum", CSharp.Of(Name), CSharp.List(Labels));
}

/// <summary>Drops a type of the database whose values are labels.</summary>
public sealed record DropEnumOp(TableName Name) : Operation
{
    /// <summary>The labels before; null where nobody said.</summary>
    public ValueList<string>? Dropped { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } labels
            ? new CreateEnumOp(Name, labels)
            : throw new IrreversibleOperationException(this, "it does not say which labels there are");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropObject(new EnumDefinition(Name, []))];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => writer.Call("DropEnum", CSharp.Of(Name));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateEnumVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates a type whose values are labels, in the order in which they sort.</summary>
        public void CreateEnum(TableName name, ValueList<string> labels) => op.Add(new CreateEnumOp(name, labels));

        /// <summary>Drops a type whose values are labels.</summary>
        public void DropEnum(TableName name) => op.Add(new DropEnumOp(name));
    }
}
