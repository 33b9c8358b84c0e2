namespace Retort;

/// <summary>What tables use without anybody declaring it: the schemas that they are in, and the enums of their columns.</summary>
public static class ImpliedObjects
{
    /// <summary>The objects of a schema with those that its tables imply, in an order in which they can be created.</summary>
    public static IReadOnlyList<SchemaObject> And(MetaData schema, SqlSyntax syntax)
    {
        var declared = schema.Objects.Select(each => (each.Kind, each.Name)).ToHashSet();
        return
        [
            .. Schemas(schema, syntax).Where(each => declared.Add((each.Kind, each.Name))),
            .. schema.Objects.Where(each => each is SchemaNamespace or ExtensionDefinition),
            .. Enums(schema, syntax).Where(each => declared.Add((each.Kind, each.Name))),
            .. schema.Objects.Where(each => each is not (SchemaNamespace or ExtensionDefinition)),
        ];
    }

    /// <summary>The enums of the columns, one for each column that has one, also as the elements of an array.</summary>
    public static IEnumerable<EnumType> EnumTypes(MetaData schema) =>
        schema
            .Tables.SelectMany(table => table.Columns)
            .Select(column => column.Type is ArrayOf array ? array.Element : column.Type)
            .OfType<EnumType>();

    private static IEnumerable<SchemaObject> Schemas(MetaData schema, SqlSyntax syntax) =>
        syntax.Schemas
            ? schema
                .Tables.Select(table => table.Schema)
                .Concat(schema.Objects.Select(each => each.Name.Schema))
                .OfType<string>()
                .Where(name => name != "public")
                .Distinct()
                .Select(name => new SchemaNamespace(name))
            : [];

    private static IEnumerable<SchemaObject> Enums(MetaData schema, SqlSyntax syntax) =>
        syntax.EnumTypes
            ? EnumTypes(schema).Select(type => new EnumDefinition(new TableName(type.Name, type.Schema), type.Labels))
            : [];
}
