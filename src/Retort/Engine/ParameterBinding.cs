using System.Text.Json.Nodes;

namespace Retort;

/// <summary>Writes the values of a statement into the parameters of a command.</summary>
internal static class ParameterBinding
{
    /// <summary>Writes a value as the type of the column that it meets, else by its C# type.</summary>
    public static void Bind(ParameterWriter writer, ParameterNode parameter)
    {
        if (parameter.Value is not { } value)
            writer.WriteNull(parameter.Type);
        else if (parameter.Type is { } type && (type is not UnknownType unknown || unknown.IsText && value is string))
            type.Bind(writer, value);
        else
            Bind(writer, value);
    }

    private static void Bind(ParameterWriter writer, object value)
    {
        switch (value)
        {
            case bool flag:
                writer.Write(flag);
                break;
            case short number:
                writer.Write(number);
                break;
            case int number:
                writer.Write(number);
                break;
            case long number:
                writer.Write(number);
                break;
            case float number:
                writer.Write(number);
                break;
            case double number:
                writer.Write(number);
                break;
            case decimal number:
                writer.Write(number);
                break;
            case string text:
                writer.Write(text);
                break;
            case Guid id:
                writer.Write(id);
                break;
            case DateTimeOffset instant:
                writer.Write(instant);
                break;
            case DateTime time:
                writer.Write(time);
                break;
            case DateOnly day:
                writer.Write(day);
                break;
            case TimeOnly time:
                writer.Write(time);
                break;
            case byte[] bytes:
                writer.Write(bytes);
                break;
            case JsonNode json:
                writer.WriteJson(JsonShape.Node, json);
                break;
            default:
                throw new ArgumentException(
                    $"A value of C# type {value.GetType().Name} cannot be sent to a database.",
                    nameof(value)
                );
        }
    }
}
