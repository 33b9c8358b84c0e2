using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Retort;

/// <summary>The types of one database: the standard ones with the database's deviations, and the way back from its names.</summary>
public abstract class TypeMap
{
    /// <summary>The type as the database writes it in DDL and CAST.</summary>
    public virtual string Ddl(SqlType type) => type.Sql;

    /// <summary>The type of a name in the database's catalog; <see cref="UnknownType"/> where there is no other.</summary>
    public abstract SqlType Parse(string name);

    /// <summary>The type whose values a column has that is declared with a name without a model; null: text stands for them.</summary>
    public virtual SqlType? Nearest(UnknownType type) => null;

    /// <summary>Whether two types are the same column in this database.</summary>
    public virtual bool Same(SqlType left, SqlType right) =>
        string.Equals(Ddl(left), Ddl(right), StringComparison.OrdinalIgnoreCase);

    /// <summary>The value as an SQL literal that this database reads back exactly.</summary>
    /// <exception cref="NotSupportedException">The C# type has no literal.</exception>
    public virtual string Literal(object? value) =>
        value switch
        {
            null => "NULL",
            bool flag => flag ? "TRUE" : "FALSE",
            string text => Quote(text),
            char letter => Quote(letter.ToString()),
            byte or sbyte or short or ushort or int or uint or long or ulong or decimal => (
                (IFormattable)value
            ).ToString(null, CultureInfo.InvariantCulture),
            double number when double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
            float number when float.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
            Guid id => Quote(id.ToString("D")),
            DateTimeOffset instant => Quote(Text(instant)),
            DateTime { Kind: not DateTimeKind.Unspecified } time => Quote(
                Text(new DateTimeOffset(time.ToUniversalTime()))
            ),
            DateTime time => Quote(NaiveText(time)),
            DateOnly day => Quote(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            TimeOnly time => Quote(time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture)),
            ArrayValue array => ArrayLiteral(array.Items) ?? Literal(array.Json),
            JsonText json => Quote(Encoding.UTF8.GetString(json.Utf8.Span)),
            JsonNode json => Quote(Encoding.UTF8.GetString(JsonShape.Node.ToText(json).Utf8.Span)),
            byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
            _ => throw new NotSupportedException($"A value of C# type {value.GetType().Name} has no SQL literal."),
        };

    /// <summary>The type as which a query asks for a value of <paramref name="type"/>, because the driver has no form for it; null: as it is.</summary>
    public virtual SqlType? ReadForm(SqlType type) => null;

    /// <summary>An array as a literal; null where the database has none, and JSON stands for it.</summary>
    protected virtual string? ArrayLiteral(IEnumerable<object?> items) => null;

    /// <summary>Text between single quotes.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A point in time as text whose order is the order of time: <c>yyyy-MM-dd HH:mm:ss.ffffff+00:00</c>, in UTC.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>A date and a time on any clock as text whose order is theirs: <c>yyyy-MM-dd HH:mm:ss.ffffff</c>.</summary>
    public static string NaiveText(DateTime time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
