namespace Retort.Migrations;

/// <summary>
/// Gives a type other labels, or another order of them: a new type takes the place of the old one, and columns keep their values through
/// their text. The database refuses where rows have a label that goes.
/// </summary>
/// <param name="Name">The type.</param>
/// <param name="Labels">All its labels from now on, in the order in which they sort.</param>
public sealed record AlterEnumOp(TableName Name, ValueList<string> Labels) : Operation
{
    /// <summary>All its labels before; none where nobody said.</summary>
    public ValueList<string> Existing { get; init; }

    /// <summary>The labels that go, as far as it is said which there are.</summary>
    public IEnumerable<string> Removed => Existing.Except(Labels);

    /// <inheritdoc />
    public override string? Destroys =>
        Existing.Count == 0 ? $"labels of enum '{Name}', which no row may have"
        : Removed.Any()
            ? $"of enum '{Name}' the labels {string.Join(", ", Removed.Select(label => $"'{label}'"))}, which no row may have"
        : null;

    /// <inheritdoc />
    public override Operation Reverse() =>
        Existing.Count > 0
            ? new AlterEnumOp(Name, Existing) { Existing = Labels }
            : throw new IrreversibleOperationException(this, "it does not say which labels there were (existing)");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new AlterEnum(Name, Labels)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "AlterEnum",
            CSharp.Of(Name),
            CSharp.List(Labels),
            Existing.Count > 0 ? CSharp.Named("existing", CSharp.List(Existing)) : null
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class AlterEnumVerbs
{
    extension(Operations op)
    {
        /// <summary>Gives a type other labels, or another order of them. Each column of the type is written anew; no row may have a label that goes.</summary>
        /// <param name="name">The type.</param>
        /// <param name="labels">All its labels from now on, in the order in which they sort.</param>
        /// <param name="existing">All its labels before, for the way back.</param>
        public void AlterEnum(TableName name, ValueList<string> labels, ValueList<string> existing = default) =>
            op.Add(new AlterEnumOp(name, labels) { Existing = existing });
    }
}
