namespace Retort;

/// <summary>An index of the catalog.</summary>
/// <param name="Id">Its oid.</param>
/// <param name="Index">The index.</param>
/// <param name="IsValid">Whether it is complete: one that was built concurrently and failed is not.</param>
internal sealed record PostgreSqlIndex(long Id, TableIndex Index, bool IsValid);

/// <summary>Makes an index of its row in the catalog.</summary>
internal static class PostgreSqlIndexBuilder
{
    private const int IsDescending = 1;
    private const int IsNullsFirst = 2;

    public static PostgreSqlIndex Build(object?[] row)
    {
        var texts = (string[])row[11]!;
        var keys = (int)row[9]!;
        var index = new TableIndex((string)row[2]!, [.. Enumerable.Range(0, keys).Select(at => Element(row, at))])
        {
            Unique = row[4] is true,
            Where = row[5] is string where ? PostgreSqlText.WithoutParentheses(where) : null,
            Method = row[3] is "btree" ? null : (string)row[3]!,
            Include = [.. texts.Skip(keys)],
            NullsNotDistinct = row[10] is true,
            Storage = (string?)row[6],
            Tablespace = (string?)row[7],
            Comment = (string?)row[8],
        };
        return new PostgreSqlIndex((long)row[1]!, index, row[16] is true);
    }

    private static IndexElement Element(object?[] row, int at)
    {
        var text = ((string[])row[11]!)[at];
        var isExpression = ((bool[])row[12]!)[at];
        var options = ((int[])row[13]!)[at];
        var descending = (options & IsDescending) != 0;
        var nullsFirst = (options & IsNullsFirst) != 0;
        return new IndexElement(isExpression ? PostgreSqlText.WithoutParentheses(text) : text, isExpression, descending)
        {
            // NULLs are larger than all values unless something else is said
            Nulls =
                nullsFirst == descending ? null
                : nullsFirst ? NullsOrder.First
                : NullsOrder.Last,
            OperatorClass = ((string?[])row[14]!)[at],
            Collation = ((string?[])row[15]!)[at],
        };
    }
}
