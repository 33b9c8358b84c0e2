namespace Retort.Migrations;

/// <summary>What the verbs of views share: their arguments.</summary>
internal static class ViewCall
{
    /// <summary>The view of a verb's arguments.</summary>
    public static ViewDefinition View(
        TableName name,
        string query,
        ValueList<string> columns,
        bool materialized,
        string? comment
    ) =>
        new(name, query)
        {
            Columns = columns,
            Materialized = materialized,
            Comment = comment,
        };

    /// <summary>The call of a verb with the view as its arguments.</summary>
    public static void Render(CSharpWriter writer, string verb, ViewDefinition view) =>
        writer.Call(
            verb,
            CSharp.Of(view.Name),
            CSharp.Literal(view.Query),
            view.Columns.Count > 0 ? CSharp.Named("columns", CSharp.List(view.Columns)) : null,
            CSharp.Flag("materialized", view.Materialized),
            TableElements.Text("comment", view.Comment)
        );
}
