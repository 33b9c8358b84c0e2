namespace Retort.Generators;

/// <summary>What the values of a column are in C#: a scalar, or JSON.</summary>
/// <param name="CSharp">The type as code writes it, not nullable.</param>
/// <param name="Ddl">The column type: a call on <c>Retort.Ddl</c>, without a length.</param>
/// <param name="Name">The suffix of the methods of <c>Row</c>, and the name of the <c>JsonShape</c>: <c>Int32</c>.</param>
/// <param name="Kind">How values are stored, copied and compared.</param>
/// <param name="Json">How the type is JSON; null: it is a scalar.</param>
/// <param name="Converter">How values are converted; null: they are stored as they are.</param>
internal sealed record ValueModel(
    string CSharp,
    string Ddl,
    string Name,
    ValueKind Kind,
    JsonModel? Json = null,
    ConverterModel? Converter = null
)
{
    /// <summary>Whether it is any JSON value, whose shape is <c>JsonShape.Node</c> and reads null too.</summary>
    public bool IsNode => Json?.CSharp == "global::System.Text.Json.Nodes.JsonNode";

    /// <summary>Whether it is an array of the database.</summary>
    public bool IsArray => Name is "Array";

    /// <summary>Whether it is a date and a time on any clock.</summary>
    public bool IsNaive => Name is "NaiveDateTime";

    /// <summary>Whether the C# type is a reference type.</summary>
    public bool IsReference => Kind is ValueKind.Text or ValueKind.Bytes or ValueKind.Json or ValueKind.Object;
}

/// <summary>How values are stored, copied and compared.</summary>
internal enum ValueKind
{
    /// <summary>A value type that <c>==</c> compares.</summary>
    Plain,

    /// <summary>A value type that <c>==</c> does not compare as a column needs it: NaN, the kind of a <c>DateTime</c>.</summary>
    Special,

    /// <summary>A string.</summary>
    Text,

    /// <summary>Bytes: copied, and compared by content.</summary>
    Bytes,

    /// <summary>JSON: copied, and compared by content.</summary>
    Json,

    /// <summary>An object that does not change, compared by <c>Equals</c>.</summary>
    Object,
}

/// <summary>How values are converted.</summary>
/// <param name="Expression">What makes the converter.</param>
/// <param name="Column">The type of what is stored.</param>
internal sealed record ConverterModel(string Expression, string Column);

/// <summary>How a type is JSON: an expression that composes <c>JsonShape</c>.</summary>
/// <param name="CSharp">The C# type, with its nullability.</param>
/// <param name="Expression">The shape's name, or the call that composes it.</param>
internal sealed record JsonModel(string CSharp, string Expression);
