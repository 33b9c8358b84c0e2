using System.Diagnostics;

namespace Retort;

/// <summary>All values between two of them; <see cref="SqlRange{T}"/> or text. Where a database has no such type, text.</summary>
/// <param name="Element">The type of the values.</param>
/// <param name="Multiple">Whether there can be several such ranges in one value.</param>
public sealed record RangeOf(SqlType Element, bool Multiple = false) : TextualType
{
    /// <summary>The types that ranges are made of, and what PostgreSQL calls a range of them (https://www.postgresql.org/docs/current/rangetypes.html).</summary>
    private static readonly (SqlType Element, string Name)[] Names =
    [
        (new Integer(), "int4"),
        (new BigInt(), "int8"),
        (new Numeric(), "num"),
        (new Date(), "date"),
        (new Timestamp(TimeZone: false), "ts"),
        (new Timestamp(TimeZone: true), "tstz"),
    ];

    /// <inheritdoc />
    public override string Sql => NameOf(Element) + Suffix;

    /// <inheritdoc />
    public override string CSharp => $"RangeOf({Element.CSharp}{(Multiple ? ", multiple: true" : "")})";

    private string Suffix => Multiple ? "multirange" : "range";

    /// <summary>The type of a name, such as <c>int4range</c>; null where it is no range of the database's own.</summary>
    public static RangeOf? Parse(string name) =>
        (
            from known in Names
            from multiple in (bool[])[false, true]
            let range = new RangeOf(known.Element, multiple)
            where range.Sql == name
            select range
        ).FirstOrDefault();

    private static string NameOf(SqlType element) =>
        Names.FirstOrDefault(each => each.Element == element).Name
        ?? throw new UnreachableException($"There is no range of {element}.");
}
