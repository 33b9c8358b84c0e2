using System.Globalization;
using System.Text;

namespace Retort.Migrations;

/// <summary>Values as C# expressions, in the words of <see cref="Ddl"/>.</summary>
internal static class CSharp
{
    /// <summary>A regular string literal on one line, whatever the text holds.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
            literal.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ when IsVisible(letter) => letter.ToString(),
                    _ => $"\\u{(int)letter:x4}",
                }
            );
        return literal.Append('"').ToString();
    }

    /// <summary>An argument by name; null where there is no value.</summary>
    public static string? Named(string name, string? value) => value is null ? null : $"{name}: {value}";

    /// <summary>A boolean argument by name; null where it is what the method takes by itself.</summary>
    public static string? Flag(string name, bool value, bool standard = false) =>
        value == standard ? null : $"{name}: {Bool(value)}";

    /// <summary>A table's name: text, or <c>InSchema</c>.</summary>
    public static string Of(TableName table) =>
        table.Schema is { } schema ? $"InSchema({Literal(schema)}, {Literal(table.Name)})" : Literal(table.Name);

    /// <summary>Names as a collection expression.</summary>
    public static string List(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(Literal))}]";

    /// <summary>A name, or several as a collection expression.</summary>
    public static string Of(ColumnNames names) => names is [var only] ? Literal(only) : List(names);

    /// <summary>The elements of an index.</summary>
    public static string Of(ValueList<IndexElement> elements) => $"[{string.Join(", ", elements.Select(Of))}]";

    /// <summary>A server default; null where nothing is said about one.</summary>
    public static string? Of(ServerDefault standard) =>
        standard switch
        {
            { IsSet: false } => null,
            { Value: null } => "null",
            { Value: SqlValue.Now } => "Now",
            { Value: SqlFragment sql } => $"Sql({Literal(sql.Text)})",
            { Value: DialectDefaults defaults } =>
                $"PerDialect({string.Join(", ", defaults.Defaults.Items.Select(each => $"({Literal(each.Dialect)}, {Of(each.Default)})"))})",
            { Value: string text } => Literal(text),
            { Value: bool flag } => Bool(flag),
            { Value: decimal number } => number.ToString(CultureInfo.InvariantCulture) + "m",
            { Value: var number } => Convert.ToString(number, CultureInfo.InvariantCulture),
        };

    /// <summary>What a foreign key does; null for nothing.</summary>
    public static string? Of(ReferentialAction action) =>
        action is ReferentialAction.NoAction ? null : action.ToString();

    /// <summary>A value that stands in <c>op.Execute($"…")</c>; in parentheses where it has a colon, which would begin a format.</summary>
    public static string Value(object? value) =>
        value switch
        {
            null => "default(object)",
            string text => Literal(text),
            bool flag => Bool(flag),
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            byte[] bytes => $"(global::System.Convert.FromHexString({Literal(Convert.ToHexString(bytes))}))",
            DateTime or DateTimeOffset or DateOnly or TimeOnly => Parsed(value, "O"),
            Guid => Parsed(value, null),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>true or false.</summary>
    public static string Bool(bool value) => value ? "true" : "false";

    private static string Parsed(object value, string? format) =>
        $"(global::System.{value.GetType().Name}.Parse({Literal(((IFormattable)value).ToString(format, CultureInfo.InvariantCulture))}, null))";

    /// <summary>An element of an index.</summary>
    public static string Of(IndexElement element) =>
        element switch
        {
            { Nulls: not null }
            or { Collation: not null }
            or { OperatorClass: not null }
            or { IsExpression: true, Descending: true } => Full(element),
            { IsExpression: true } => $"Sql({Literal(element.Text)})",
            { Descending: true } => $"Desc({Literal(element.Text)})",
            _ => Literal(element.Text),
        };

    private static string Full(IndexElement element)
    {
        string?[] said =
        [
            element.IsExpression ? $"Sql({Literal(element.Text)})" : Literal(element.Text),
            Flag("descending", element.Descending),
            element.Nulls is { } nulls ? $"nulls: Nulls{nulls}" : null,
            element.Collation is { } collation ? $"collation: {Literal(collation)}" : null,
            element.OperatorClass is { } operators ? $"operators: {Literal(operators)}" : null,
        ];
        return $"By({string.Join(", ", said.Where(each => each is not null))})";
    }

    /// <summary>Halves of a pair too are written as escapes: alone they do not survive UTF-8.</summary>
    private static bool IsVisible(char letter) =>
        char.GetUnicodeCategory(letter)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
