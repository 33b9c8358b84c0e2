namespace Retort.Migrations;

/// <summary>Another text behind the closing parenthesis of CREATE TABLE, such as <c>WITHOUT ROWID</c>; the table is rebuilt.</summary>
/// <param name="Table">The table.</param>
/// <param name="Options">The text; null: none.</param>
public sealed record SetTableOptionsOp(TableName Table, string? Options) : Operation
{
    /// <summary>The text before; null: there was none.</summary>
    public string? Existing { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() => this with { Options = Existing, Existing = Options };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new SetTableOptions(Table, Options)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "SetTableOptions",
            CSharp.Of(Table),
            Options is { } options ? CSharp.Literal(options) : "null",
            TableElements.Text("existing", Existing)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class SetTableOptionsVerbs
{
    extension(Operations op)
    {
        /// <summary>Says what stands behind the closing parenthesis of CREATE TABLE; SQLite's tables are rebuilt.</summary>
        /// <param name="table">The table.</param>
        /// <param name="options">The text, such as <c>WITHOUT ROWID</c> or <c>STRICT</c>; null: none.</param>
        /// <param name="existing">The text before, for the way back.</param>
        public void SetTableOptions(TableName table, string? options, string? existing = null) =>
            op.Add(new SetTableOptionsOp(table, options) { Existing = existing });
    }
}
