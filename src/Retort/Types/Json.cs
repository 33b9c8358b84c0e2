using System.Text.Json.Nodes;

namespace Retort;

/// <summary>A JSON value. The C# form is the model's own (a list, a dictionary, a <see cref="JsonNode"/>), read and written by a <see cref="JsonShape{T}"/>.</summary>
public sealed record Json : SqlType
{
    /// <inheritdoc />
    public override string Sql => "json";

    /// <inheritdoc />
    public override string CSharp => "Json()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.WriteJson(JsonShape.Node, value as JsonNode ?? throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetJson(ordinal, JsonShape.Node)!;
}
