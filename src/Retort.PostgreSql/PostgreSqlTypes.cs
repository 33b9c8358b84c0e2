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
            double number when !double.IsFinite(number) || double.IsNegative(number) && number == 0 =>
                $"'{Special(number)}'::double precision",
            float number when !float.IsFinite(number) || float.IsNegative(number) && number == 0 =>
                $"'{Special(number)}'::real",
            byte[] bytes => $"'\\x{Convert.ToHexString(bytes)}'::bytea",
            TimeSpan length =>
                $"'{(length.Ticks / 10m).ToString(CultureInfo.InvariantCulture)} microseconds'::interval",
            _ => base.Literal(value),
        };

    private static string Special(double number) =>
        double.IsNaN(number) ? "NaN"
        : double.IsPositiveInfinity(number) ? "Infinity"
        : double.IsNegativeInfinity(number) ? "-Infinity"
        : "-0";

    private static string Quote(string schema, string name) =>
        $"{PostgreSqlSyntax.Instance.Quote(schema)}.{PostgreSqlSyntax.Instance.Quote(name)}";
}
