namespace Retort.Migrations;

/// <summary>What the verbs of carried objects share: kinds with verbs of their own, others by the kind's name.</summary>
internal static class CarriedCall
{
    public const string Function = "function";
    public const string Trigger = "trigger";

    /// <summary>The call that creates or replaces an object, with its SQL on a line of its own.</summary>
    public static void Render(CSharpWriter writer, string verb, CarriedObject carried) =>
        writer.CallInLines(
            verb + Named(carried.Kind),
            Kind(carried.Kind),
            CSharp.Of(carried.Name),
            CSharp.Literal(carried.Sql),
            TableElements.Text("dropSql", carried.DropSql)
        );

    /// <summary>The call that drops an object.</summary>
    public static void RenderDrop(CSharpWriter writer, string kind, TableName name, string? sql) =>
        writer.Call("Drop" + Named(kind), Kind(kind), CSharp.Of(name), TableElements.Text("sql", sql));

    private static string Named(string kind) =>
        kind switch
        {
            Function => "Function",
            Trigger => "Trigger",
            _ => "Carried",
        };

    private static string? Kind(string kind) => kind is Function or Trigger ? null : CSharp.Literal(kind);
}
