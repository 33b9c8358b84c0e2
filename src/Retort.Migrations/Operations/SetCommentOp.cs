namespace Retort.Migrations;

/// <summary>COMMENT ON a table or one of its columns.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; null: the table itself.</param>
/// <param name="Text">The comment; null: none.</param>
public sealed record SetCommentOp(TableName Table, string? Column, string? Text) : Operation
{
    /// <summary>The comment before; null: there was none.</summary>
    public string? Existing { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() => this with { Text = Existing, Existing = Text };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new SetComment(Table, Column, Text)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "SetComment",
            CSharp.Of(Table),
            Text is { } text ? CSharp.Literal(text) : "null",
            TableElements.Text("column", Column),
            TableElements.Text("existing", Existing)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class SetCommentVerbs
{
    extension(Operations op)
    {
        /// <summary>Says what people are told about a table or a column, where the database keeps comments.</summary>
        /// <param name="table">The table.</param>
        /// <param name="text">The comment; null takes it away.</param>
        /// <param name="column">The column; null: the table itself.</param>
        /// <param name="existing">The comment before, for the way back.</param>
        public void SetComment(TableName table, string? text, string? column = null, string? existing = null) =>
            op.Add(new SetCommentOp(table, column, text) { Existing = existing });
    }
}
