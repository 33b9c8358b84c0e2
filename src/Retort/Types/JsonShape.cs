using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Retort;

/// <summary>How a C# type is JSON in a column: reading, writing, copying and comparing by value, without reflection.</summary>
/// <remarks>Generated code composes shapes: <c>JsonShape.List(JsonShape.String)</c>.</remarks>
public abstract class JsonShape<T>
{
    /// <summary>Reads the value that begins at the current token; the reader ends on its last token.</summary>
    /// <exception cref="JsonException">The JSON is not of this shape.</exception>
    public abstract T Read(ref Utf8JsonReader json);

    /// <summary>Writes the value.</summary>
    public abstract void Write(Utf8JsonWriter json, T value);

    /// <summary>A copy that in-place changes of <paramref name="value"/> do not reach.</summary>
    public virtual T Copy(T value) => value;

    /// <summary>Whether two values are the same JSON.</summary>
    public virtual bool Same(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);

    /// <summary>The value as JSON text.</summary>
    internal JsonText ToText(T value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonShape.WriterOptions))
            Write(json, value);
        return new JsonText(buffer.WrittenMemory);
    }

    /// <summary>The error of a token that is not the beginning of this shape.</summary>
    protected static JsonException Unexpected(ref Utf8JsonReader json) =>
        new($"A JSON column holds {json.TokenType} where {typeof(T).Name} is expected.");
}

/// <summary>The shapes that there are.</summary>
public static class JsonShape
{
    /// <summary>Compact text, escaped only where JSON demands it: the text stands in a column, not in a page.</summary>
    public static JsonWriterOptions WriterOptions { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A string that is not null.</summary>
    public static JsonShape<string> String { get; } =
        new ScalarShape<string>(
            (ref json) => json.TokenType is JsonTokenType.String ? json.GetString() : null,
            (json, value) => json.WriteStringValue(value)
        );

    /// <summary>True or false.</summary>
    public static JsonShape<bool> Boolean { get; } =
        new ValueShape<bool>((ref json) => json.GetBoolean(), (json, value) => json.WriteBooleanValue(value));

    /// <summary>A whole number of 16 bits.</summary>
    public static JsonShape<short> Int16 { get; } =
        new ValueShape<short>((ref json) => json.GetInt16(), (json, value) => json.WriteNumberValue(value));

    /// <summary>A whole number of 32 bits.</summary>
    public static JsonShape<int> Int32 { get; } =
        new ValueShape<int>((ref json) => json.GetInt32(), (json, value) => json.WriteNumberValue(value));

    /// <summary>A whole number of 64 bits.</summary>
    public static JsonShape<long> Int64 { get; } =
        new ValueShape<long>((ref json) => json.GetInt64(), (json, value) => json.WriteNumberValue(value));

    /// <summary>A binary floating-point number of 32 bits.</summary>
    public static JsonShape<float> Single { get; } =
        new ValueShape<float>((ref json) => json.GetSingle(), (json, value) => json.WriteNumberValue(value));

    /// <summary>A binary floating-point number of 64 bits.</summary>
    public static JsonShape<double> Double { get; } =
        new ValueShape<double>((ref json) => json.GetDouble(), (json, value) => json.WriteNumberValue(value));

    /// <summary>A decimal number.</summary>
    public static JsonShape<decimal> Decimal { get; } =
        new ValueShape<decimal>((ref json) => json.GetDecimal(), (json, value) => json.WriteNumberValue(value));

    /// <summary>An identifier, as a JSON string.</summary>
    public static JsonShape<Guid> Guid { get; } =
        new ValueShape<Guid>((ref json) => json.GetGuid(), (json, value) => json.WriteStringValue(value));

    /// <summary>A point in time, as a JSON string in ISO 8601.</summary>
    public static JsonShape<DateTimeOffset> DateTimeOffset { get; } =
        new ValueShape<DateTimeOffset>(
            (ref json) => json.GetDateTimeOffset(),
            (json, value) => json.WriteStringValue(value)
        );

    /// <summary>A date and time, as a JSON string in ISO 8601 that keeps its kind.</summary>
    public static JsonShape<DateTime> DateTime { get; } =
        new ValueShape<DateTime>((ref json) => json.GetDateTime(), (json, value) => json.WriteStringValue(value));

    /// <summary>A day, as a JSON string: <c>2026-11-21</c>.</summary>
    public static JsonShape<DateOnly> DateOnly { get; } =
        new ValueShape<DateOnly>(
            (ref json) => System.DateOnly.ParseExact(json.GetString() ?? "", "O", CultureInfo.InvariantCulture),
            (json, value) => json.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture))
        );

    /// <summary>A time of day, as a JSON string: <c>13:30:00.0000000</c>.</summary>
    public static JsonShape<TimeOnly> TimeOnly { get; } =
        new ValueShape<TimeOnly>(
            (ref json) => System.TimeOnly.Parse(json.GetString() ?? "", CultureInfo.InvariantCulture),
            (json, value) => json.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture))
        );

    /// <summary>Any JSON value.</summary>
    public static JsonShape<JsonNode?> Node { get; } = new NodeShape();

    /// <summary>A class or struct of the application, by a source-generated context.</summary>
    public static JsonShape<T> Object<T>(JsonSerializerContext context) =>
        new ObjectShape<T>(() => JsonTypes.Of<T>(context));

    /// <summary>A class or struct of the application, by reflection.</summary>
    [RequiresUnreferencedCode("Reflection does not see what trimming has removed: name a context, [Json<MyContext>].")]
    [RequiresDynamicCode("Reflection makes code at run time: name a context, [Json<MyContext>].")]
    public static JsonShape<T> Object<T>() => new ObjectShape<T>(JsonTypes.ByReflection<T>);

    /// <summary>A value, or JSON null.</summary>
    public static JsonShape<T?> Nullable<T>(JsonShape<T> shape)
        where T : struct => new NullableShape<T>(shape);

    /// <summary>An object, or JSON null.</summary>
    public static JsonShape<T?> Optional<T>(JsonShape<T> shape)
        where T : class => new OptionalShape<T>(shape);

    /// <summary>A JSON array.</summary>
    public static JsonShape<List<T>> List<T>(JsonShape<T> item) => new ListShape<T>(item);

    /// <summary>A JSON object with values of one shape.</summary>
    public static JsonShape<Dictionary<string, T>> Dictionary<T>(JsonShape<T> value) => new DictionaryShape<T>(value);
}
