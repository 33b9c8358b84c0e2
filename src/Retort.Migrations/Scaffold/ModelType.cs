namespace Retort.Migrations;

/// <summary>The C# type of a column, and the attribute that says the column's type where the C# type alone does not.</summary>
/// <param name="CSharp">The type, without a question mark.</param>
/// <param name="IsReference">Whether it is an object, which is null where nobody set it.</param>
/// <param name="Attribute">Without brackets; null: the C# type says it all.</param>
internal sealed record ModelType(string CSharp, bool IsReference, string? Attribute = null)
{
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
            Numeric(var precision, var scale) => new("decimal", false, $"Precision({precision}, {scale})"),
            Text => new("string", true),
            Varchar(var length) => new("string", true, $"StringLength({length})"),
            Uuid => new("Guid", false),
            Timestamp { TimeZone: true } => new("DateTimeOffset", false),
            Date => new("DateOnly", false),
            Time => new("TimeOnly", false),
            Interval => new("TimeSpan", false),
            Blob => new("byte[]", true),
            Json => new("JsonNode", true),
            Timestamp { TimeZone: false } => new("DateTime", false, "Column<Timestamp>"),
            Character(var length) => new("string", true, $"Column<Character>({length})"),
            _ when IsNumber(types.Ddl(type)) => new("decimal", false, TypeName(type, types)),
            _ => new("string", true, TypeName(type, types)),
        };

    private static bool IsNumber(string name) =>
        name.StartsWith("numeric", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("decimal", StringComparison.OrdinalIgnoreCase);

    /// <summary>The type as the database writes it.</summary>
    private static string TypeName(SqlType type, TypeMap types) =>
        $"Column(TypeName = {Retort.Migrations.CSharp.Literal(types.Ddl(type))})";
}
