using System.Globalization;

namespace Retort;

/// <summary>PostgreSQL's types and literals.</summary>
internal sealed class PostgreSqlTypes : TypeMap
{
    private PostgreSqlTypes() { }

    public static PostgreSqlTypes Instance { get; } = new();

    /// <inheritdoc />
    public override string Ddl(SqlType type) =>
        type switch
        {
            Bool => "boolean",
            Blob => "bytea",
            Json json => json.Binary ? "jsonb" : "json",
            EnumType { Schema: { } schema } named => $"{Quote(schema, named.Name)}",
            EnumType named => PostgreSqlSyntax.Instance.Quote(named.Name),
            ArrayOf array => $"{Ddl(array.Element)}[]",
            _ => type.Sql,
        };

    /// <inheritdoc />
    public override SqlType Parse(string name)
    {
        var declared = PostgreSqlDeclaredType.Parse(name);
        if (declared.Dimensions > 0)
            return new ArrayOf(Parse(declared.Element));
        return (declared.Name, declared.Arguments) switch
        {
            ("boolean", []) => new Bool(),
            ("smallint", []) => new SmallInt(),
            ("integer", []) => new Integer(),
            ("bigint", []) => new BigInt(),
            ("real", []) => new Real(),
            ("double precision", []) => new DoublePrecision(),
            ("numeric", []) => new Numeric(),
            ("numeric", [var precision, var scale]) => new Numeric(precision, scale),
            ("text", []) => new Text(),
            ("character varying", []) => new Varchar(),
            ("character varying", [var length]) => new Varchar(length),
            ("character", [var length]) => new Character(length),
            ("uuid", []) => new Uuid(),
            ("timestamp with time zone", _) => new Timestamp(TimeZone: true, Optional(declared)),
            ("timestamp without time zone", _) => new Timestamp(TimeZone: false, Optional(declared)),
            ("date", []) => new Date(),
            ("time without time zone", _) => new Time(Optional(declared)),
            ("interval", []) => new Interval(),
            ("bytea", []) => new Blob(),
            ("jsonb", []) => new Json(),
            ("json", []) => new Json(Binary: false),
            ("inet", []) => new Inet(),
            ("cidr", []) => new Cidr(),
            ("macaddr", []) => new MacAddress(),
            ("citext", []) => new Citext(),
            ("tsvector", []) => new TsVector(),
            ("tsquery", []) => new TsQuery(),
            ("xml", []) => new Xml(),
            ("bit", [var length]) => new Bit(length),
            ("bit varying", _) => new BitVarying(Optional(declared)),
            (var range, []) when RangeOf.Parse(range) is { } known => known,
            _ => new UnknownType(name),
        };
    }

    /// <inheritdoc />
    public override bool Same(SqlType left, SqlType right) =>
        left == right || PostgreSqlDeclaredType.Parse(Ddl(left)) == PostgreSqlDeclaredType.Parse(Ddl(right));

    /// <inheritdoc />
    /// <remarks>The driver reads enums as text by itself, and has no text for other types of the database.</remarks>
    public override SqlType? ReadForm(SqlType type) =>
        type switch
        {
            EnumType or Citext or UnknownType { IsText: false } => null,
            TextualType => new Text(),
            ArrayOf { Element: TextualType } => new ArrayOf(new Text()),
            _ => null,
        };

    /// <inheritdoc />
    public override string Literal(object? value) =>
        value switch
        {
            string text => TextLiteral(text),
            DateTimeOffset or DateOnly when Infinity(value) is { } infinity => infinity,
            double number when !double.IsFinite(number) || double.IsNegative(number) && number == 0 =>
                $"'{Special(number)}'::double precision",
            float number when !float.IsFinite(number) || float.IsNegative(number) && number == 0 =>
                $"'{Special(number)}'::real",
            byte[] bytes => $"'\\x{Convert.ToHexString(bytes)}'::bytea",
            TimeSpan length =>
                $"'{(length.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture)} microseconds'::interval",
            _ => base.Literal(value),
        };

    /// <inheritdoc />
    protected override string ArrayLiteral(IEnumerable<object?> items) =>
        $"ARRAY[{string.Join(", ", items.Select(Literal))}]";

    /// <summary>Text that PostgreSQL keeps: whole characters, and no NUL (https://www.postgresql.org/docs/current/datatype-character.html).</summary>
    /// <exception cref="ArgumentException">The text holds a NUL or half a character.</exception>
    public static string Require(string text)
    {
        var at = text.IndexOf('\0', StringComparison.Ordinal);
        return at < 0
            ? UnicodeText.Require(text)
            : throw new ArgumentException(
                $"PostgreSQL's text has no NUL, and at character {at + 1} stands one. Remove it, or store bytes."
            );
    }

    /// <summary>A backslash is plain whatever <c>standard_conforming_strings</c> says only in an E-string.</summary>
    private static string TextLiteral(string text) =>
        Require(text).Contains('\\', StringComparison.Ordinal)
            ? $"E{Quote(text.Replace("\\", "\\\\", StringComparison.Ordinal))}"
            : Quote(text);

    /// <summary>The first and the last moment of C# are what the driver sends for them: before and behind all others.</summary>
    private static string? Infinity(object value) =>
        value switch
        {
            DateTimeOffset instant when instant == DateTimeOffset.MinValue => "'-infinity'",
            DateTimeOffset instant when instant == DateTimeOffset.MaxValue => "'infinity'",
            DateOnly day when day == DateOnly.MinValue => "'-infinity'",
            DateOnly day when day == DateOnly.MaxValue => "'infinity'",
            _ => null,
        };

    private static string Special(double number) =>
        double.IsNaN(number) ? "NaN"
        : double.IsPositiveInfinity(number) ? "Infinity"
        : double.IsNegativeInfinity(number) ? "-Infinity"
        : "-0";

    private static int? Optional(PostgreSqlDeclaredType declared) =>
        declared.Arguments is [var argument] ? argument : null;

    private static string Quote(string schema, string name) =>
        $"{PostgreSqlSyntax.Instance.Quote(schema)}.{PostgreSqlSyntax.Instance.Quote(name)}";
}
