namespace Retort.Migrations;

/// <summary>Objects as the SQL that creates them, in which they are carried and compared.</summary>
internal static class CarriedObjects
{
    /// <summary>An object as SQL, with its comment; what is carried already stays as it is.</summary>
    public static CarriedObject Of(SchemaObject each, DdlCompiler ddl) =>
        each as CarriedObject
        ?? new CarriedObject(
            each.Kind,
            each.Name,
            string.Join('\n', Statements(each).Select(sql => $"{ddl.Compile(sql)};"))
        )
        {
            AfterTables = each.NeedsTables,
        };

    private static IEnumerable<DdlElement> Statements(SchemaObject each) =>
        each.Comment is null ? [new CreateObject(each)] : [new CreateObject(each), new CommentOnObject(each)];
}
