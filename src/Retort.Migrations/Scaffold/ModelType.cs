namespace Retort.Migrations;

/// <summary>The C# type of a column, and the attribute that says the column's type where the C# type alone does not.</summary>
/// <param name="CSharp">The type, without a question mark.</param>
/// <param name="IsReference">Whether it is an object, which is null where nobody set it.</param>
/// <param name="Attribute">Without brackets; null: the C# type says it all.</param>
internal sealed record ModelType(string CSharp, bool IsReference, string? Attribute = null)
{
    /// <summary>Whether it is a whole number that can be counted up.</summary>
    public bool IsWhole => CSharp is "int" or "long" or "short";

    /// <summary>The type for a column.</summary>
    /// <param name="column">The column as it is in the database.</param>
    /// <param name="types">The database's types, whose names stand in an attribute where nothing else says the type.</param>
    public static ModelType Of(Column column, TypeMap types) =>
        column switch
        {
            { Autoincrement: true, Type: Integer or BigInt or SmallInt } => Counted(column.Type),
            _ => Of(column.Type, types),
        };

    private static ModelType Counted(SqlType type) =>
        new(
            type is BigInt ? "long"
                : type is SmallInt ? "short"
                : "int",
            false
        );

    private static ModelType Of(SqlType type, TypeMap types) =>
        type switch
        {
            Bool => new("bool", false),
            SmallInt => new("short", false),
            Integer => new("int", false),
            BigInt => new("long", false),
            Real => new("float", false),
            DoublePrecision => new("double", false),
            Numeric(18, 4) => new("decimal", false),
            Numeric(null, _) => new("decimal", false, "Column<Numeric>"),
            Numeric(var precision, var scale) => new("decimal", false, $"Precision({precision}, {scale})"),
            Text => new("string", true),
            Varchar(null) => new("string", true, "Column<Varchar>"),
            Varchar(var length) => new("string", true, $"StringLength({length})"),
            Uuid => new("Guid", false),
            Timestamp(true, null) => new("DateTimeOffset", false),
            Timestamp(false, null) => new("DateTime", false, "Column<Timestamp>"),
            Date => new("DateOnly", false),
            Time(null) => new("TimeOnly", false),
            Interval => new("TimeSpan", false),
            Blob => new("byte[]", true),
            Json(true) => new("JsonNode", true),
            Json(false) => new("JsonNode", true, "Column<Json>(false)"),
            Timestamp { TimeZone: true } => new(
                "DateTimeOffset",
                false,
                Said(type, "true", ((Timestamp)type).Precision)
            ),
            Timestamp => new("DateTime", false, Said(type, "false", ((Timestamp)type).Precision)),
            Time { Precision: var digits } => new("TimeOnly", false, Said(type, digits)),
            Inet => new("IPAddress", true),
            Cidr => new("IPNetwork", false),
            MacAddress => new("PhysicalAddress", true),
            Bit { Length: var length } => new("string", true, Said(type, length)),
            BitVarying { Length: var length } => new("string", true, Said(type, length)),
            Citext or TsVector or TsQuery or Xml => new("string", true, Said(type)),
            RangeOf { Multiple: false, Element: Numeric } => new("SqlRange<decimal>", false),
            RangeOf { Multiple: false } range when Of(range.Element, types) is { Attribute: null } bound => new(
                $"SqlRange<{bound.CSharp}>",
                false
            ),
            ArrayOf array when Array(array, Of(array.Element, types)) is { } list => list,
            Character(var length) => new("string", true, $"Column<Character>({length})"),
            _ when IsNumber(types.Ddl(type)) => new("decimal", false, TypeName(type, types)),
            UnknownType unknown when types.Nearest(unknown) is { } nearest => Of(nearest, types) with
            {
                Attribute = TypeName(type, types),
            },
            _ => new("string", true, TypeName(type, types)),
        };

    /// <summary>A list of scalars that no database's own type is.</summary>
    private static ModelType? Array(ArrayOf array, ModelType element) =>
        array.Element switch
        {
            TextualType or ArrayOf or Json or Blob or Interval => null,
            _ when element.Attribute is null => new($"List<{element.CSharp}>", true, "Column<ArrayOf>"),
            Varchar { Length: var length } => new("List<string>", true, Said(array, "typeof(Varchar)", length)),
            Numeric(null, _) => new("List<decimal>", true, "Column<ArrayOf>(typeof(Numeric))"),
            Numeric(var precision, var scale) => new(
                "List<decimal>",
                true,
                Said(array, "typeof(Numeric)", precision, scale)
            ),
            _ => null,
        };

    /// <summary>The kind of type, and what it is told.</summary>
    private static string Said(SqlType type, params object?[] arguments)
    {
        var told = string.Join(", ", arguments.Where(argument => argument is not null));
        return $"Column<{type.GetType().Name}>{(told.Length > 0 ? $"({told})" : "")}";
    }

    private static bool IsNumber(string name) =>
        name.StartsWith("numeric", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("decimal", StringComparison.OrdinalIgnoreCase);

    /// <summary>The type as the database writes it.</summary>
    private static string TypeName(SqlType type, TypeMap types) =>
        $"Column(TypeName = {Retort.Migrations.CSharp.Literal(types.Ddl(type))})";
}
