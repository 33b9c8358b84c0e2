namespace Retort.Migrations;

/// <summary>Adds a label to a type of the database, in a transaction of its own: PostgreSQL does not let the same one use it.</summary>
/// <param name="Name">The type.</param>
/// <param name="Label">The label.</param>
/// <param name="Before">The label in front of which it sorts; null: it is the last.</param>
public sealed record AddEnumLabelOp(TableName Name, string Label, string? Before) : Operation
{
    /// <summary>All labels before; none where nobody said.</summary>
    public ValueList<string> Existing { get; init; }

    /// <inheritdoc />
    public override bool StaysOnDowngrade => Existing.Count == 0;

    /// <inheritdoc />
    /// <remarks>No database takes a label away from a type: it is made anew.</remarks>
    public override Operation Reverse() =>
        Existing.Count > 0
            ? new AlterEnumOp(Name, Existing) { Existing = With(Existing) }
            : throw new IrreversibleOperationException(this, "it does not say which labels there were");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new AddEnumLabel(Name, Label, Before)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("AddEnumLabel", CSharp.Of(Name), CSharp.Literal(Label), TableElements.Text("before", Before));

    private ValueList<string> With(ValueList<string> labels) =>
        Before is null
            ? [.. labels, Label]
            : [.. labels.SelectMany(label => label == Before ? [Label, label] : (string[])[label])];
}

/// <summary>Gives a label of a type another name; rows that have it follow.</summary>
public sealed record RenameEnumLabelOp(TableName Name, string Label, string NewLabel) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new RenameEnumLabelOp(Name, NewLabel, Label);

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new RenameEnumLabel(Name, Label, NewLabel)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("RenameEnumLabel", CSharp.Of(Name), CSharp.Literal(Label), CSharp.Literal(NewLabel));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class AddEnumLabelVerbs
{
    extension(Operations op)
    {
        /// <summary>Adds a label to a type, in a transaction of its own, so that what follows can use it.</summary>
        public void AddEnumLabel(TableName name, string label, string? before = null) =>
            op.Add(new AddEnumLabelOp(name, label, before));

        /// <summary>Gives a label of a type another name; rows that have it follow.</summary>
        public void RenameEnumLabel(TableName name, string label, string newLabel) =>
            op.Add(new RenameEnumLabelOp(name, label, newLabel));
    }
}
