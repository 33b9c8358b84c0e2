using System.Text.Json.Nodes;

namespace Retort;

/// <summary>A JSON value. The C# form is the model's own (a list, a dictionary, a <see cref="JsonNode"/>), read and written by a <see cref="JsonShape{T}"/>.</summary>
/// <param name="Binary">Whether the database keeps it parsed; otherwise as the text that it was. Where a database has one form only, that.</param>
public sealed record Json(bool Binary = true) : SqlType
{
    /// <inheritdoc />
    public override string Sql => "json";

    /// <inheritdoc />
    public override string CSharp => Binary ? "Json()" : "Json(binary: false)";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value)
    {
        switch (value)
        {
            case JsonText text:
                parameters.WriteJson(text.Utf8.Span);
                break;
            case JsonNode node:
                parameters.WriteJson(JsonShape.Node, node);
                break;
            default:
                throw Mismatch(value);
        }
    }

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetJson(ordinal, JsonShape.Node)!;
}

/// <summary>A value that is JSON text already, so that later changes of the object it came from do not reach it.</summary>
internal sealed record JsonText(ReadOnlyMemory<byte> Utf8);
