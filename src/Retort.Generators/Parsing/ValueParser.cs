using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>What the values of a C# type are in a column: one of the scalars, or JSON composed of them.</summary>
internal static class ValueParser
{
    private const string Shape = "global::Retort.JsonShape.";
    private const string ByReflection = ">()";

    /// <summary>The scalars; docs/types lists them in this order.</summary>
    private static readonly (string Type, ValueModel Value)[] Scalars =
    [
        ("System.Boolean", new("bool", "Bool()", "Boolean", ValueKind.Plain)),
        ("System.Int16", new("short", "SmallInt()", "Int16", ValueKind.Plain)),
        ("System.Int32", new("int", "Integer()", "Int32", ValueKind.Plain)),
        ("System.Int64", new("long", "BigInt()", "Int64", ValueKind.Plain)),
        ("System.Single", new("float", "Real()", "Single", ValueKind.Special)),
        ("System.Double", new("double", "DoublePrecision()", "Double", ValueKind.Special)),
        ("System.Decimal", new("decimal", "Numeric(18, 4)", "Decimal", ValueKind.Plain)),
        ("System.String", new("string", "Text()", "String", ValueKind.Text)),
        ("System.Guid", new("global::System.Guid", "Uuid()", "Guid", ValueKind.Plain)),
        (
            "System.DateTimeOffset",
            new("global::System.DateTimeOffset", "Timestamp(timeZone: true)", "DateTimeOffset", ValueKind.Plain)
        ),
        ("System.DateTime", new("global::System.DateTime", "Timestamp(timeZone: true)", "DateTime", ValueKind.Special)),
        ("System.DateOnly", new("global::System.DateOnly", "Date()", "DateOnly", ValueKind.Plain)),
        ("System.TimeOnly", new("global::System.TimeOnly", "Time()", "TimeOnly", ValueKind.Plain)),
    ];

    private static readonly ValueModel Bytes = new("byte[]", "Blob()", "Bytes", ValueKind.Bytes);

    /// <summary>The values of a property: as its attributes say, else as its type does; null where it has no column type.</summary>
    public static ValueModel? Of(IPropertySymbol property) =>
        (ConvertedParser.Parse(property) ?? Parse(property.Type, ContextOf(property))) is { } value
            ? ByColumn(property, value)
            : null;

    /// <summary>The context of <c>[Json&lt;MyContext&gt;]</c>; null: none.</summary>
    private static string? ContextOf(IPropertySymbol property) =>
        property.AttributeOf(Names.Json) is { AttributeClass.TypeArguments: [var context] }
            ? $"{context.GlobalName()}.Default"
            : null;

    /// <summary>Whether the JSON holds classes of the application that reflection reads and writes.</summary>
    public static bool UsesReflection(ValueModel value) => value.Json?.Expression.Contains(ByReflection) is true;

    /// <summary>A column type that is asked for can change how values are stored: as an array, or on any clock.</summary>
    private static ValueModel ByColumn(IPropertySymbol property, ValueModel value)
    {
        if (property.AttributeOf(Names.ColumnOf) is not { AttributeClass.TypeArguments: [var type] } attribute)
            return value;
        if (type.Is(Names.ArrayOf) && Element(property.Type) is { } element)
            return value with { Ddl = $"ArrayOf(global::Retort.Ddl.{element.Ddl})", Name = "Array" };
        return value.Name is "DateTime" && type.Is(Names.Timestamp) && attribute.Values() is not [{ Value: true }, ..]
            ? value with
            {
                Name = "NaiveDateTime",
            }
            : value;
    }

    /// <summary>What the elements of a list of scalars are.</summary>
    private static ValueModel? Element(ITypeSymbol type) =>
        type.Underlying() is INamedTypeSymbol { TypeArguments: [var item] } list && list.Is(Names.List)
            ? Scalar(item.Underlying())
            : null;

    /// <summary>The values of a property's type, nullable or not; null where it has no column type.</summary>
    public static ValueModel? Parse(ITypeSymbol type, string? context = null)
    {
        var bare = type.Underlying();
        if (bare is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte })
            return Bytes;
        return Scalar(bare)
            ?? (Json(bare, context) is { } json ? new(json.CSharp, "Json()", "Json", ValueKind.Json, json) : null);
    }

    private static ValueModel? Scalar(ITypeSymbol type) => Scalars.FirstOrDefault(scalar => type.Is(scalar.Type)).Value;

    /// <summary>The shape of a type that is not null itself.</summary>
    private static JsonModel? Json(ITypeSymbol type, string? context)
    {
        if (type.Is(Names.JsonNode))
            return new("global::System.Text.Json.Nodes.JsonNode", Shape + "Node");
        if (type is not INamedTypeSymbol { IsGenericType: true } generic)
            return type.IsReferenceType ? Object(type, context) : null;
        if (generic.Is(Names.List))
            return Of("global::System.Collections.Generic.List<{0}>", "List", generic.TypeArguments[0], context);
        if (generic.Is(Names.Dictionary) && generic.TypeArguments[0].SpecialType is SpecialType.System_String)
            return Of(
                "global::System.Collections.Generic.Dictionary<string, {0}>",
                "Dictionary",
                generic.TypeArguments[1],
                context
            );
        return type.IsReferenceType ? Object(type, context) : null;
    }

    /// <summary>A class or struct of the application, which System.Text.Json reads and writes.</summary>
    private static JsonModel? Object(ITypeSymbol type, string? context) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsStatic: false }
        && !type.Has(Names.Table)
        && !IsOfFramework(type)
            ? new(type.GlobalName(), $"{Shape}Object<{type.GlobalName()}>({context})")
            : null;

    private static bool IsOfFramework(ITypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            root = root.ContainingNamespace;
        return root.Name is "System" or "Microsoft";
    }

    private static JsonModel? Of(string type, string composer, ITypeSymbol item, string? context) =>
        Item(item, context) is { } json
            ? new(string.Format(type, json.CSharp), $"{Shape}{composer}{TypeArgument(json)}({json.Expression})")
            : null;

    /// <summary>The shape of an element, which says itself whether it may be null.</summary>
    private static JsonModel? Item(ITypeSymbol type, string? context)
    {
        var bare = type.Underlying();
        if (bare.Is(Names.JsonNode))
            return MayBeNull(type)
                ? new("global::System.Text.Json.Nodes.JsonNode?", Shape + "Node")
                : new("global::System.Text.Json.Nodes.JsonNode", Shape + "Node!");
        var json = Scalar(bare) is { } scalar
            ? new JsonModel(scalar.CSharp, Shape + scalar.Name)
            : Json(bare, context) ?? Object(bare, context);
        if (json is null || !MayBeNull(type))
            return json;
        return new(json.CSharp + "?", $"{Shape}{(bare.IsValueType ? "Nullable" : "Optional")}({json.Expression})");
    }

    /// <summary><c>JsonShape.Node</c> reads null too: where an element may not be null, inference needs the element's type.</summary>
    private static string TypeArgument(JsonModel item) =>
        item.Expression.EndsWith("!", StringComparison.Ordinal) ? $"<{item.CSharp}>" : "";

    /// <summary>Whether values of the type can be null; where nullability is not declared, an object can.</summary>
    public static bool MayBeNull(ITypeSymbol type) =>
        type.IsValueType
            ? type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T
            : type.NullableAnnotation is not NullableAnnotation.NotAnnotated;
}
