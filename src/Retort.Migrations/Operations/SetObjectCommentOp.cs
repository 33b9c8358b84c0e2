namespace Retort.Migrations;

/// <summary>COMMENT ON something that is no table and no part of one.</summary>
/// <param name="Kind">What it is, as a person says it: <c>enum</c>, <c>schema</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">The comment; null: none.</param>
public sealed record SetObjectCommentOp(string Kind, TableName Name, string? Text) : Operation
{
    /// <summary>The comment before; null: there was none.</summary>
    public string? Existing { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() => this with { Text = Existing, Existing = Text };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [new CommentOnObject(new CarriedObject(Kind, Name, "") { Comment = Text })];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "SetObjectComment",
            CSharp.Literal(Kind),
            CSharp.Of(Name),
            Text is { } text ? CSharp.Literal(text) : "null",
            TableElements.Text("existing", Existing)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class SetObjectCommentVerbs
{
    extension(Operations op)
    {
        /// <summary>Says what people are told about something that is no table, where the database keeps comments.</summary>
        /// <param name="kind">What it is, as a person says it: <c>enum</c>, <c>schema</c>.</param>
        /// <param name="name">Its name.</param>
        /// <param name="text">The comment; null takes it away.</param>
        /// <param name="existing">The comment before, for the way back.</param>
        public void SetObjectComment(string kind, TableName name, string? text, string? existing = null) =>
            op.Add(new SetObjectCommentOp(kind, name, text) { Existing = existing });
    }
}
