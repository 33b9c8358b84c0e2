using System.Text.Json;
using System.Text.Json.Nodes;

namespace Retort;

internal delegate T JsonRead<out T>(ref Utf8JsonReader json);

/// <summary>A value type that System.Text.Json reads and writes as one token.</summary>
internal sealed class ValueShape<T>(JsonRead<T> read, Action<Utf8JsonWriter, T> write) : JsonShape<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader json)
    {
        try
        {
            return read(ref json);
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException)
        {
            throw new JsonException(Unexpected(ref json).Message, error);
        }
    }

    public override void Write(Utf8JsonWriter json, T value) => write(json, value);
}

/// <summary>An immutable object that is one token; <paramref name="read"/> gives null for another token.</summary>
internal sealed class ScalarShape<T>(JsonRead<T?> read, Action<Utf8JsonWriter, T> write) : JsonShape<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader json) => read(ref json) ?? throw Unexpected(ref json);

    public override void Write(Utf8JsonWriter json, T value) => write(json, value);
}

internal sealed class NodeShape : JsonShape<JsonNode?>
{
    public override JsonNode? Read(ref Utf8JsonReader json) => JsonNode.Parse(ref json);

    public override void Write(Utf8JsonWriter json, JsonNode? value)
    {
        if (value is null)
            json.WriteNullValue();
        else
            value.WriteTo(json);
    }

    public override JsonNode? Copy(JsonNode? value) => value?.DeepClone();

    public override bool Same(JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(left, right);
}

internal sealed class NullableShape<T>(JsonShape<T> shape) : JsonShape<T?>
    where T : struct
{
    public override T? Read(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.Null ? null : shape.Read(ref json);

    public override void Write(Utf8JsonWriter json, T? value)
    {
        if (value is { } some)
            shape.Write(json, some);
        else
            json.WriteNullValue();
    }
}

internal sealed class OptionalShape<T>(JsonShape<T> shape) : JsonShape<T?>
    where T : class
{
    public override T? Read(ref Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.Null ? null : shape.Read(ref json);

    public override void Write(Utf8JsonWriter json, T? value)
    {
        if (value is null)
            json.WriteNullValue();
        else
            shape.Write(json, value);
    }

    public override T? Copy(T? value) => value is null ? null : shape.Copy(value);

    public override bool Same(T? left, T? right) =>
        left is null || right is null ? ReferenceEquals(left, right) : shape.Same(left, right);
}

internal sealed class ListShape<T>(JsonShape<T> item) : JsonShape<List<T>>
{
    public override List<T> Read(ref Utf8JsonReader json)
    {
        if (json.TokenType is not JsonTokenType.StartArray)
            throw Unexpected(ref json);
        var list = new List<T>();
        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
            list.Add(item.Read(ref json));
        return list;
    }

    public override void Write(Utf8JsonWriter json, List<T> value)
    {
        json.WriteStartArray();
        foreach (var each in value)
            item.Write(json, each);
        json.WriteEndArray();
    }

    public override List<T> Copy(List<T> value)
    {
        var copy = new List<T>(value.Count);
        foreach (var each in value)
            copy.Add(item.Copy(each));
        return copy;
    }

    public override bool Same(List<T> left, List<T> right)
    {
        if (left.Count != right.Count)
            return false;
        for (var i = 0; i < left.Count; i++)
            if (!item.Same(left[i], right[i]))
                return false;
        return true;
    }
}

internal sealed class DictionaryShape<T>(JsonShape<T> item) : JsonShape<Dictionary<string, T>>
{
    public override Dictionary<string, T> Read(ref Utf8JsonReader json)
    {
        if (json.TokenType is not JsonTokenType.StartObject)
            throw Unexpected(ref json);
        var dictionary = new Dictionary<string, T>();
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            var key = json.GetString()!;
            json.Read();
            dictionary[key] = item.Read(ref json);
        }
        return dictionary;
    }

    public override void Write(Utf8JsonWriter json, Dictionary<string, T> value)
    {
        json.WriteStartObject();
        foreach (var (key, each) in value)
        {
            json.WritePropertyName(key);
            item.Write(json, each);
        }
        json.WriteEndObject();
    }

    public override Dictionary<string, T> Copy(Dictionary<string, T> value)
    {
        var copy = new Dictionary<string, T>(value.Count, value.Comparer);
        foreach (var (key, each) in value)
            copy.Add(key, item.Copy(each));
        return copy;
    }

    public override bool Same(Dictionary<string, T> left, Dictionary<string, T> right)
    {
        if (left.Count != right.Count)
            return false;
        foreach (var (key, each) in left)
            if (!right.TryGetValue(key, out var other) || !item.Same(each, other))
                return false;
        return true;
    }
}
