namespace Retort.Migrations;

/// <summary>ALTER SEQUENCE: how it counts from its present number on.</summary>
/// <param name="Sequence">The sequence as it will be.</param>
public sealed record AlterSequenceOp(SequenceDefinition Sequence) : Operation
{
    /// <summary>The sequence as it is before; null where nobody said.</summary>
    public SequenceDefinition? Existing { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        Existing is { } before
            ? new AlterSequenceOp(before) { Existing = Sequence }
            : throw new IrreversibleOperationException(
                this,
                "it does not say how the sequence counted before (existing)"
            );

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [new AlterSequence(Sequence, Existing ?? new SequenceDefinition(Sequence.Name) { Type = Sequence.Type })];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "AlterSequence",
            CSharp.Of(Sequence.Name),
            TableElements.Identity(Sequence.Counting),
            CSharp.Named("type", Sequence.Type?.CSharp),
            CSharp.Named("existing", Existing is { } before ? TableElements.Identity(before.Counting) : null),
            CSharp.Named("existingType", Existing?.Type?.CSharp)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class AlterSequenceVerbs
{
    extension(Operations op)
    {
        /// <summary>Changes how a sequence counts from its present number on.</summary>
        /// <param name="name">The sequence.</param>
        /// <param name="counting">How it counts from now on; what <paramref name="existing"/> says and this does not becomes the database's own choice.</param>
        /// <param name="type">The type of its numbers.</param>
        /// <param name="existing">How it counts before; null: what <paramref name="counting"/> does not say stays, and there is no way back.</param>
        /// <param name="existingType">The type of its numbers before.</param>
        public void AlterSequence(
            TableName name,
            Identity counting,
            SqlType? type = null,
            Identity? existing = null,
            SqlType? existingType = null
        ) =>
            op.Add(
                new AlterSequenceOp(Sequence(name, counting, type))
                {
                    Existing = existing is null ? null : Sequence(name, existing, existingType),
                }
            );
    }

    private static SequenceDefinition Sequence(TableName name, Identity counting, SqlType? type) =>
        new(name) { Counting = counting, Type = type };
}
