using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Retort;

/// <summary>A class or struct of the application, as System.Text.Json reads and writes it.</summary>
internal sealed class ObjectShape<T>(Func<JsonTypeInfo<T>> find) : JsonShape<T>
{
    private JsonTypeInfo<T> Info => field ??= find();

    public override T Read(ref Utf8JsonReader json) =>
        JsonSerializer.Deserialize(ref json, Info) ?? throw Unexpected(ref json);

    public override void Write(Utf8JsonWriter json, T value) => JsonSerializer.Serialize(json, value, Info);

    public override T Copy(T value) => JsonSerializer.Deserialize(Bytes(value), Info)!;

    /// <summary>The same text is the same JSON; another may be it, with members in another order.</summary>
    public override bool Same(T left, T right)
    {
        var (one, other) = (Bytes(left), Bytes(right));
        return one.AsSpan().SequenceEqual(other) || JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));
    }

    private byte[] Bytes(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Info);
}

/// <summary>How System.Text.Json reads and writes types.</summary>
internal static class JsonTypes
{
    /// <summary>The type as a source-generated context knows it.</summary>
    /// <exception cref="InvalidOperationException">The context does not know it.</exception>
    public static JsonTypeInfo<T> Of<T>(JsonSerializerContext context) =>
        context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new InvalidOperationException(
            $"{context.GetType().Name} does not know {typeof(T).Name}, which a JSON column holds. Add [JsonSerializable(typeof({typeof(T).Name}))] to it."
        );

    /// <summary>The type by reflection.</summary>
    [RequiresUnreferencedCode("Reflection does not see what trimming has removed.")]
    [RequiresDynamicCode("Reflection makes code at run time.")]
    public static JsonTypeInfo<T> ByReflection<T>() =>
        (JsonTypeInfo<T>)JsonSerializerOptions.Default.GetTypeInfo(typeof(T));
}
