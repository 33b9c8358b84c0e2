namespace Retort.Migrations;

/// <summary>What another type does to the values of a column.</summary>
internal static class TypeChange
{
    /// <summary>Whether the new type has every value of the old one, exactly.</summary>
    public static bool Keeps(SqlType before, SqlType after) =>
        before == after
        || (before, after) switch
        {
            (SmallInt, Integer or BigInt) or (Integer, BigInt) => true,
            (SmallInt or Integer or BigInt, Numeric { Precision: null }) => true,
            (Real, DoublePrecision) => true,
            (Numeric one, Numeric other) => other.Precision is null
                || one.Precision is not null
                    && other.Scale >= one.Scale
                    && other.Precision - other.Scale >= one.Precision - one.Scale,
            (Varchar or Character or Uuid or Citext or EnumType, Text) => true,
            (Varchar one, Varchar other) => other.Length is null || one.Length <= other.Length,
            (Timestamp one, Timestamp other) => one.TimeZone == other.TimeZone && other.Precision is null or 6,
            (ArrayOf one, ArrayOf other) => Keeps(one.Element, other.Element),
            _ => false,
        };
}
