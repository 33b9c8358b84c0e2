namespace Retort.Migrations;

/// <summary>
/// Another view of the same name in the place of the one that is there: CREATE OR REPLACE where the database can, dropped and made anew
/// where it cannot.
/// </summary>
public sealed record ReplaceViewOp(ViewDefinition View) : Operation
{
    /// <summary>The view as it is before; null where nobody said.</summary>
    public ViewDefinition? Replaced { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        Replaced is { } before
            ? new ReplaceViewOp(before) { Replaced = View }
            : throw new IrreversibleOperationException(this, "it does not say what the view selected before");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        View.Comment is null ? [new ReplaceView(View)] : [new ReplaceView(View), new CommentOnObject(View)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => ViewCall.Render(writer, "ReplaceView", View);
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class ReplaceViewVerbs
{
    extension(Operations op)
    {
        /// <summary>Puts another view in the place of the one of this name. Where its columns change, nothing may stand on it.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="query">The new SELECT.</param>
        /// <param name="columns">Its columns' names; none: those of the query.</param>
        /// <param name="materialized">Whether its rows are stored.</param>
        /// <param name="comment">What people are told about it.</param>
        public void ReplaceView(
            TableName name,
            string query,
            ValueList<string> columns = default,
            bool materialized = false,
            string? comment = null
        ) => op.Add(new ReplaceViewOp(ViewCall.View(name, query, columns, materialized, comment)));
    }
}
