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
            Json => "jsonb",
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
            ("numeric", [var precision, var scale]) => new Numeric(precision, scale),
            ("text", []) => new Text(),
            ("character varying", [var length]) => new Varchar(length),
            ("character", [var length]) => new Character(length),
            ("uuid", []) => new Uuid(),
            ("timestamp with time zone", []) => new Timestamp(TimeZone: true),
            ("timestamp without time zone", []) => new Timestamp(TimeZone: false),
            ("date", []) => new Date(),
            ("time without time zone", []) => new Time(),
            ("interval", []) => new Interval(),
            ("bytea", []) => new Blob(),
            ("jsonb", []) => new Json(),
            _ => new UnknownType(name),
        };
    }

    /// <inheritdoc />
    public override bool Same(SqlType left, SqlType right) =>
        PostgreSqlDeclaredType.Parse(Ddl(left)) == PostgreSqlDeclaredType.Parse(Ddl(right));

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

    private static string Quote(string schema, string name) =>
        $"{PostgreSqlSyntax.Instance.Quote(schema)}.{PostgreSqlSyntax.Instance.Quote(name)}";
}
