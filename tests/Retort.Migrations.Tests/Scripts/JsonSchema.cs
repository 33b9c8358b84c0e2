using System.Text.Json;
using System.Text.Json.Nodes;

namespace Retort.Migrations.Tests.Scripts;

/// <summary>Validates JSON by the keywords of JSON Schema 2020-12 that the schema of retort.json uses; any other keyword is an error.</summary>
internal sealed class JsonSchema(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "$defs", "title", "description", "default"];

    public bool Allows(JsonNode? value) => Allows(root, value);

    /// <summary>The schema that a reference names, or the schema itself.</summary>
    public JsonObject Resolve(JsonObject schema) =>
        (string?)schema["$ref"] is { } reference ? (JsonObject)root["$defs"]![reference["#/$defs/".Length..]]! : schema;

    private bool Allows(JsonObject schema, JsonNode? value) =>
        schema.All(keyword => Annotations.Contains(keyword.Key) || Allows(schema, keyword.Key, keyword.Value!, value));

    private bool Allows(JsonObject schema, string keyword, JsonNode says, JsonNode? value) =>
        keyword switch
        {
            "$ref" => Allows(Resolve(schema), value),
            "type" => IsOf((string)says!, value),
            "enum" => ((JsonArray)says).Any(each => JsonNode.DeepEquals(each, value)),
            "minLength" => value?.GetValueKind() is not JsonValueKind.String || ((string)value!).Length >= (int)says,
            "minimum" => value?.GetValueKind() is not JsonValueKind.Number || (decimal)value >= (decimal)says,
            "maximum" => value?.GetValueKind() is not JsonValueKind.Number || (decimal)value <= (decimal)says,
            "minItems" => value is not JsonArray items || items.Count >= (int)says,
            "uniqueItems" => value is not JsonArray items
                || items.DistinctBy(each => each?.ToJsonString()).Count() == items.Count,
            "items" => value is not JsonArray items || items.All(each => Allows((JsonObject)says, each)),
            "required" => value is not JsonObject members
                || ((JsonArray)says).All(name => members.ContainsKey((string)name!)),
            "properties" => value is not JsonObject members
                || ((JsonObject)says).All(each =>
                    !members.TryGetPropertyValue(each.Key, out var member) || Allows((JsonObject)each.Value!, member)
                ),
            "additionalProperties" => value is not JsonObject members
                || members.All(each => IsNamed(schema, each.Key) || Further(says, each.Value)),
            _ => throw new NotSupportedException(keyword),
        };

    private bool Further(JsonNode says, JsonNode? value) => says is JsonObject schema && Allows(schema, value);

    private static bool IsNamed(JsonObject schema, string name) =>
        schema["properties"] is JsonObject named && named.ContainsKey(name);

    private static bool IsOf(string type, JsonNode? value) =>
        (type, value?.GetValueKind()) switch
        {
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) =>
                true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => ((JsonValue)value!).TryGetValue<int>(out _),
            _ => false,
        };
}
