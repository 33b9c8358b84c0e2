namespace Retort.Migrations;

/// <summary>CREATE VIEW.</summary>
public sealed record CreateViewOp(ViewDefinition View) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() =>
        new DropViewOp(View.Name) { Materialized = View.Materialized, Dropped = View };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => SchemaCreation.Of(View);

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => ViewCall.Render(writer, "CreateView", View);
}

/// <summary>DROP VIEW.</summary>
public sealed record DropViewOp(TableName Name) : Operation
{
    /// <summary>Whether its rows are stored.</summary>
    public bool Materialized { get; init; }

    /// <summary>The view as it is before; null where nobody said.</summary>
    public ViewDefinition? Dropped { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } view
            ? new CreateViewOp(view)
            : throw new IrreversibleOperationException(this, "it does not say what the view selects");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [new DropObject(new ViewDefinition(Name, "") { Materialized = Materialized })];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("DropView", CSharp.Of(Name), CSharp.Flag("materialized", Materialized));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateViewVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates a view.</summary>
        /// <param name="name">Its name.</param>
        /// <param name="query">The SELECT.</param>
        /// <param name="columns">Its columns' names; none: those of the query.</param>
        /// <param name="materialized">Whether its rows are stored.</param>
        /// <param name="comment">What people are told about it.</param>
        public void CreateView(
            TableName name,
            string query,
            ValueList<string> columns = default,
            bool materialized = false,
            string? comment = null
        ) => op.Add(new CreateViewOp(ViewCall.View(name, query, columns, materialized, comment)));

        /// <summary>Drops a view, on which nothing may stand.</summary>
        public void DropView(TableName name, bool materialized = false) =>
            op.Add(new DropViewOp(name) { Materialized = materialized });
    }
}
