namespace Retort.Migrations;

/// <summary>COMMENT ON a table, or one of its columns, constraints and indexes.</summary>
/// <param name="Table">The table.</param>
/// <param name="Text">The comment; null: none.</param>
public sealed record SetCommentOp(TableName Table, string? Text) : Operation
{
    /// <summary>The column; null: the table itself, or what else is named.</summary>
    public string? Column { get; init; }

    /// <summary>The constraint; null: none.</summary>
    public string? Constraint { get; init; }

    /// <summary>The index; null: none.</summary>
    public string? Index { get; init; }

    /// <summary>The comment before; null: there was none.</summary>
    public string? Existing { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() => this with { Text = Existing, Existing = Text };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [
            Constraint is { } constraint ? new CommentOnConstraint(Table, constraint, Text)
            : Index is { } index ? new CommentOnIndex(Table, index, Text)
            : new SetComment(Table, Column, Text),
        ];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "SetComment",
            CSharp.Of(Table),
            Text is { } text ? CSharp.Literal(text) : "null",
            TableElements.Text("column", Column),
            TableElements.Text("constraint", Constraint),
            TableElements.Text("index", Index),
            TableElements.Text("existing", Existing)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class SetCommentVerbs
{
    extension(Operations op)
    {
        /// <summary>Says what people are told about a table or a part of it, where the database keeps comments.</summary>
        /// <param name="table">The table.</param>
        /// <param name="text">The comment; null takes it away.</param>
        /// <param name="column">The column; null: the table itself, or what else is named.</param>
        /// <param name="constraint">The constraint.</param>
        /// <param name="index">The index.</param>
        /// <param name="existing">The comment before, for the way back.</param>
        public void SetComment(
            TableName table,
            string? text,
            string? column = null,
            string? constraint = null,
            string? index = null,
            string? existing = null
        ) =>
            op.Add(
                new SetCommentOp(table, text)
                {
                    Column = column,
                    Constraint = constraint,
                    Index = index,
                    Existing = existing,
                }
            );
    }
}
