using System.Security.Cryptography;
using System.Text;

namespace Retort;

/// <summary>
/// Gives names to constraints and indexes that have none: <c>ix_{table}_{columns}</c>, <c>uq_…</c>,
/// <c>ck_{table}_{columns in it}</c>, <c>fk_{table}_{columns}_{referred}</c>, <c>pk_{table}</c>, <c>ex_{table}_{columns}</c>. The same element always gets the same name.
/// </summary>
public static class NamingConvention
{
    /// <summary>Longest name in bytes of UTF-8 on every database (PostgreSQL's limit); longer ones are cut and end in a hash.</summary>
    public const int MaxBytes = 63;

    /// <summary>The index with a name.</summary>
    public static TableIndex Apply(string table, TableIndex index) =>
        index.Name is not null ? index : index with { Name = Cut($"ix_{table}_{Join(index.Elements.Select(Part))}") };

    /// <summary>The constraint with a name.</summary>
    public static Constraint Apply(string table, Constraint constraint, IEnumerable<string> columns) =>
        constraint.Name is not null
            ? constraint
            : constraint with
            {
                Name = Cut(
                    constraint switch
                    {
                        PrimaryKeyConstraint => $"pk_{table}",
                        UniqueConstraint unique => $"uq_{table}_{Join(unique.Columns)}",
                        ForeignKeyConstraint key => $"fk_{table}_{Join(key.Columns)}_{key.Table.Name}",
                        ExclusionConstraint exclusion =>
                            $"ex_{table}_{Join(exclusion.Elements.Select(each => Part(each.Element)))}",
                        CheckConstraint check => $"ck_{table}_{CheckPart(check, columns)}",
                        _ => throw new System.Diagnostics.UnreachableException(),
                    }
                ),
            };

    /// <summary>A name that fits on every database: cut at 63 bytes, the last nine of them a hash of the whole.</summary>
    public static string Cut(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        var suffix = "_" + Hash(name);
        var kept = name.AsSpan();
        while (Encoding.UTF8.GetByteCount(kept) > MaxBytes - suffix.Length)
            kept = kept[..^(char.IsLowSurrogate(kept[^1]) ? 2 : 1)];
        return string.Concat(kept, suffix);
    }

    private static string Join(IEnumerable<string> parts) => string.Join('_', parts);

    private static string Part(IndexElement element) => element.IsExpression ? Hash(element.Text) : element.Text;

    private static string CheckPart(CheckConstraint check, IEnumerable<string> columns)
    {
        var used = columns.Where(column => Mentions(check.Sql, column)).ToList();
        return used.Count > 0 ? Join(used) : Hash(check.Sql);
    }

    private static bool Mentions(string sql, string column)
    {
        for (
            var at = sql.IndexOf(column, StringComparison.Ordinal);
            at >= 0;
            at = sql.IndexOf(column, at + 1, StringComparison.Ordinal)
        )
            if (!IsWord(sql, at - 1) && !IsWord(sql, at + column.Length))
                return true;
        return false;
    }

    private static bool IsWord(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_');

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
