using System.Globalization;
using System.Text.RegularExpressions;

namespace Retort;

/// <summary>A type as people and <c>format_type</c> write it, with PostgreSQL's own name for it (https://www.postgresql.org/docs/current/datatype.html).</summary>
/// <param name="Name">The name without arguments, such as <c>character varying</c>.</param>
/// <param name="Arguments">The numbers in parentheses.</param>
/// <param name="Dimensions">How many pairs of brackets follow; PostgreSQL itself does not tell one from several.</param>
internal sealed partial record PostgreSqlDeclaredType(string Name, ValueList<int> Arguments, int Dimensions)
{
    private static readonly Dictionary<string, string> Synonyms = new()
    {
        ["bool"] = "boolean",
        ["int2"] = "smallint",
        ["smallserial"] = "smallint",
        ["serial2"] = "smallint",
        ["int"] = "integer",
        ["int4"] = "integer",
        ["serial"] = "integer",
        ["serial4"] = "integer",
        ["int8"] = "bigint",
        ["bigserial"] = "bigint",
        ["serial8"] = "bigint",
        ["float4"] = "real",
        ["float"] = "double precision",
        ["float8"] = "double precision",
        ["decimal"] = "numeric",
        ["dec"] = "numeric",
        ["varchar"] = "character varying",
        ["char varying"] = "character varying",
        ["char"] = "character",
        ["varbit"] = "bit varying",
        ["timestamptz"] = "timestamp with time zone",
        ["timestamp"] = "timestamp without time zone",
        ["timetz"] = "time with time zone",
        ["time"] = "time without time zone",
    };

    /// <summary>The type of an array's values, as it is written.</summary>
    public string Element => Arguments.Count == 0 ? Name : WithArguments();

    /// <summary>Reads a type.</summary>
    public static PostgreSqlDeclaredType Parse(string text)
    {
        var parts = Form().Match(text.Trim());
        if (!parts.Success || parts.Groups["name"].Value.AsSpan().IndexOfAny('"', '.') >= 0)
            return new(text.Trim(), [], 0);
        var name = Blanks().Replace($"{parts.Groups["name"].Value} {parts.Groups["rest"].Value}".Trim(), " ");
        var lower = name.ToLowerInvariant();
        var known = Synonyms.GetValueOrDefault(lower, lower);
        int[] arguments =
        [
            .. parts
                .Groups["argument"]
                .Captures.Select(capture => int.Parse(capture.Value, CultureInfo.InvariantCulture)),
        ];
        if (known == "bpchar" && arguments.Length > 0)
            known = "character"; // without a length it has no limit, unlike character, which is character(1)
        return new(known, [.. Usual(known, arguments)], parts.Groups["brackets"].Captures.Count > 0 ? 1 : 0);
    }

    /// <summary>Arguments that mean the same are the same: <c>numeric(10)</c>, <c>char</c>, <c>bit</c>.</summary>
    private static int[] Usual(string name, int[] arguments) =>
        (name, arguments) switch
        {
            ("numeric", [var precision]) => [precision, 0],
            ("character" or "bit", []) => [1],
            _ => arguments,
        };

    private string WithArguments()
    {
        var arguments = $"({string.Join(",", Arguments)})";
        var word = Name.IndexOf(" with", StringComparison.Ordinal);
        return word < 0 ? Name + arguments : Name.Insert(word, arguments);
    }

    [GeneratedRegex(
        @"^(?<name>[^()\[\]]+?)\s*(\(\s*(?<argument>\d+)(\s*,\s*(?<argument>\d+))*\s*\))?\s*(?<rest>(with|without) time zone)?(?<brackets>\s*\[\d*\])*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Form();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
