using System.Globalization;

namespace Retort;

/// <summary>
/// SQLite's types. A declared type decides the affinity of the column (https://sqlite.org/datatype3.html): what Retort stores as text is
/// declared TEXT, so that SQLite never turns it into a number.
/// </summary>
internal sealed class SqliteTypes : TypeMap
{
    public static SqliteTypes Instance { get; } = new();

    private const int PiecesAtOnce = 100;

    /// <summary>The types that a declaration names without arguments, in the order in which a name is looked up.</summary>
    private static readonly SqlType[] Plain =
    [
        new Integer(),
        new BigInt(),
        new SmallInt(),
        new Bool(),
        new Real(),
        new DoublePrecision(),
        new Text(),
        new Blob(),
        new Varchar(),
        new Numeric(),
    ];

    /// <inheritdoc />
    public override string Ddl(SqlType type) =>
        type switch
        {
            UnknownType unknown => unknown.Name,
            UnsignedBigInt => "CHAR(20)",
            TextualType or Uuid or Timestamp or Date or Time or Json or ArrayOf => "TEXT",
            Interval => "BIGINT",
            _ => type.Sql.ToUpperInvariant(),
        };

    /// <inheritdoc />
    /// <remarks>SQLite finds the names of types whatever their case (https://sqlite.org/datatype3.html).</remarks>
    public override SqlType Parse(string name)
    {
        var declared = SqliteDeclaredType.Parse(name);
        SqlType? type = declared switch
        {
            { Name: "VARCHAR", Arguments: [var length] } => new Varchar(length),
            { Name: "NUMERIC", Arguments: [var precision, var scale] } => new Numeric(precision, scale),
            { Arguments: [] } => Plain.FirstOrDefault(type => Ddl(type) == declared.Name),
            _ => null,
        };
        return type is not null && SqliteDeclaredType.Parse(Ddl(type)) == declared ? type : new UnknownType(name);
    }

    /// <inheritdoc />
    /// <remarks>The affinity of the column, by the rules of https://sqlite.org/datatype3.html in their order; NUMERIC can hold anything.</remarks>
    public override SqlType? Nearest(UnknownType type) =>
        SqliteDeclaredType.Parse(type.Name).Affinity switch
        {
            "INTEGER" => new BigInt(),
            "BLOB" => new Blob(),
            "REAL" => new DoublePrecision(),
            _ => null,
        };

    /// <inheritdoc />
    public override bool Same(SqlType left, SqlType right) =>
        SqliteDeclaredType.Parse(Ddl(left)).Canonical() == SqliteDeclaredType.Parse(Ddl(right)).Canonical();

    /// <inheritdoc />
    public override string Literal(object? value) =>
        value switch
        {
            string text when IsSpelled(UnicodeText.Require(text)) => SpelledText(text),
            ulong and > long.MaxValue => throw new NotSupportedException(
                $"SQLite has no whole number as large as {value}; its largest is {long.MaxValue}."
            ),
            decimal number => SqliteDecimal.Require(number).ToString(CultureInfo.InvariantCulture),
            float number => Literal((double)number),
            double number => Real(number),
            _ => base.Literal(value),
        };

    /// <summary>Whether a text is no plain literal: SQL ends at a NUL, and SQLite's shell drops a CR before the LF that ends a line.</summary>
    public static bool IsSpelled(string text) =>
        text.Contains('\0', StringComparison.Ordinal) || text.Contains("\r\n", StringComparison.Ordinal);

    private static string SpelledText(string text) =>
        Concatenated([
            .. Quote(text)
                .Replace("\0", "'\0char(0)\0'", StringComparison.Ordinal)
                .Replace("\r\n", "'\0char(13, 10)\0'", StringComparison.Ordinal)
                .Split('\0'),
        ]);

    /// <summary>Many pieces in groups: an expression is at most 1000 deep, https://sqlite.org/limits.html.</summary>
    private static string Concatenated(string[] pieces) =>
        pieces.Length <= PiecesAtOnce
            ? $"({string.Join(" || ", pieces)})"
            : Concatenated([.. pieces.Chunk(PiecesAtOnce).Select(Concatenated)]);

    /// <summary>A REAL keeps a point or an exponent; infinity is a number too large for a double.</summary>
    private static string Real(double number)
    {
        if (double.IsNaN(number))
            throw new NotSupportedException("SQLite has no NaN: it would store NULL.");
        if (double.IsInfinity(number))
            return number > 0 ? "9e999" : "-9e999";
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}
