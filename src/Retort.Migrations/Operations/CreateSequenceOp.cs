namespace Retort.Migrations;

/// <summary>CREATE SEQUENCE.</summary>
public sealed record CreateSequenceOp(SequenceDefinition Sequence) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new DropSequenceOp(Sequence.Name) { Dropped = Sequence };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => SchemaCreation.Of(Sequence);

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreateSequence",
            CSharp.Of(Sequence.Name),
            Sequence.Counting == new Identity() ? null : TableElements.Identity(Sequence.Counting),
            CSharp.Named("type", Sequence.Type?.CSharp),
            TableElements.Text("comment", Sequence.Comment)
        );
}

/// <summary>DROP SEQUENCE, with the number that it has come to.</summary>
public sealed record DropSequenceOp(TableName Name) : Operation
{
    /// <summary>The sequence as it is before; null where nobody said.</summary>
    public SequenceDefinition? Dropped { get; init; }

    /// <inheritdoc />
    public override string? Destroys => $"sequence '{Name}' with its last number";

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } sequence
            ? new CreateSequenceOp(sequence)
            : throw new IrreversibleOperationException(this, "it does not say how the sequence counts");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropObject(new SequenceDefinition(Name))];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => writer.Call("DropSequence", CSharp.Of(Name));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateSequenceVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates a counter that stands for itself.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="counting">How it counts, as <c>Identity(start: 1000)</c>; null: as the database does by itself.</param>
        /// <param name="type">The type of its numbers; null: the database's usual one.</param>
        /// <param name="comment">What people are told about it.</param>
        public void CreateSequence(
            TableName name,
            Identity? counting = null,
            SqlType? type = null,
            string? comment = null
        ) =>
            op.Add(
                new CreateSequenceOp(
                    new SequenceDefinition(name)
                    {
                        Counting = counting ?? new Identity(),
                        Type = type,
                        Comment = comment,
                    }
                )
            );

        /// <summary>Drops a counter, with the number that it has come to.</summary>
        public void DropSequence(TableName name) => op.Add(new DropSequenceOp(name));
    }
}
