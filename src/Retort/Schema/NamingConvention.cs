using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Retort;

/// <summary>
/// Gives names to constraints and indexes that have none, by templates with SQLAlchemy's tokens
/// (https://docs.sqlalchemy.org/en/20/core/constraints.html#configuring-constraint-naming-conventions). The same element always gets the same name.
/// </summary>
/// <remarks>
/// <c>%(table_name)s</c>, <c>%(referred_table_name)s</c>, <c>%(column_0_name)s</c> (also <c>column_1</c> and so on, and <c>_key</c>),
/// <c>%(column_0_label)s</c> (table and column), <c>%(column_0N_name)s</c> (all columns), <c>%(column_0_N_name)s</c> (all, with underscores
/// between), each with <c>referred_</c> before it, and <c>%(constraint_name)s</c>: the columns that a check mentions.
/// </remarks>
public sealed partial record NamingConvention
{
    /// <summary>Longest name in bytes of UTF-8 on every database (PostgreSQL's limit); longer ones are cut and end in a hash.</summary>
    public const int MaxBytes = 63;

    /// <summary>The convention where none is said.</summary>
    public static NamingConvention Standard { get; } = new();

    /// <summary>Names of indexes.</summary>
    public string Index { get; init; } = "ix_%(table_name)s_%(column_0_N_name)s";

    /// <summary>Names of unique constraints.</summary>
    public string Unique { get; init; } = "uq_%(table_name)s_%(column_0_N_name)s";

    /// <summary>Names of checks.</summary>
    public string Check { get; init; } = "ck_%(table_name)s_%(constraint_name)s";

    /// <summary>Names of foreign keys.</summary>
    public string ForeignKey { get; init; } = "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s";

    /// <summary>Names of primary keys.</summary>
    public string PrimaryKey { get; init; } = "pk_%(table_name)s";

    /// <summary>Names of exclusion constraints.</summary>
    public string Exclusion { get; init; } = "ex_%(table_name)s_%(column_0_N_name)s";

    /// <summary>The index with a name.</summary>
    /// <exception cref="SchemaException">The template has a token that is none, or means nothing here.</exception>
    public TableIndex Apply(string table, TableIndex index) =>
        index.Name is not null
            ? index
            : index with
            {
                Name = Name(Index, new(table, [.. index.Elements.Select(Part)])),
            };

    /// <summary>The constraint with a name.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="constraint">The constraint.</param>
    /// <param name="columns">The table's columns, which a check may mention.</param>
    /// <exception cref="SchemaException">The template has a token that is none, or means nothing here.</exception>
    public Constraint Apply(string table, Constraint constraint, IEnumerable<string> columns) =>
        constraint.Name is not null
            ? constraint
            : constraint with
            {
                Name = constraint switch
                {
                    PrimaryKeyConstraint key => Name(PrimaryKey, new(table, [.. key.Columns])),
                    UniqueConstraint unique => Name(Unique, new(table, [.. unique.Columns])),
                    ForeignKeyConstraint key => Name(
                        ForeignKey,
                        new(table, [.. key.Columns], key.Table.Name, [.. key.References])
                    ),
                    ExclusionConstraint exclusion => Name(
                        Exclusion,
                        new(table, [.. exclusion.Elements.Select(each => Part(each.Element))])
                    ),
                    CheckConstraint check => Named(table, check, columns),
                    _ => throw new System.Diagnostics.UnreachableException(),
                },
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

    private string Named(string table, CheckConstraint check, IEnumerable<string> columns)
    {
        string[] used = [.. columns.Where(column => Mentions(check.Sql, column))];
        return Name(Check, new(table, used, Text: used.Length > 0 ? string.Join('_', used) : Hash(check.Sql)));
    }

    private static string Name(string template, Subject subject) =>
        Cut(
            Token()
                .Replace(
                    template,
                    token =>
                        subject.ValueOf(token.Groups["name"].Value)
                        ?? throw SchemaException.UnknownToken(template, token.Value, subject.Table)
                )
        );

    private static string Part(IndexElement element) => element.IsExpression ? Hash(element.Text) : element.Text;

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

    [GeneratedRegex(@"%\((?<name>[^)]*)\)s")]
    private static partial Regex Token();

    /// <summary>What is to be named.</summary>
    /// <param name="Table">Its table.</param>
    /// <param name="Columns">Its columns.</param>
    /// <param name="Referred">The table that it refers to.</param>
    /// <param name="References">The columns that it refers to.</param>
    /// <param name="Text">What stands for it where it has no columns of its own.</param>
    private readonly partial record struct Subject(
        string Table,
        string[] Columns,
        string? Referred = null,
        string[]? References = null,
        string? Text = null
    )
    {
        /// <summary>The value of a token; null where there is none.</summary>
        public string? ValueOf(string token)
        {
            if (ColumnToken().Match(token) is not { Success: true } column)
                return token switch
                {
                    "table_name" => Table,
                    "referred_table_name" => Referred,
                    "constraint_name" => Text ?? string.Join('_', Columns),
                    _ => null,
                };
            var isReferred = column.Groups["referred"].Success;
            var columns = isReferred ? References ?? [] : Columns;
            if (column.Groups["all"].Success)
                return string.Join(column.Groups["separator"].Value, columns);
            var position = int.Parse(
                column.Groups["position"].Value,
                System.Globalization.CultureInfo.InvariantCulture
            );
            return position >= columns.Length ? null
                : column.Groups["kind"].Value is "label" ? $"{(isReferred ? Referred : Table)}_{columns[position]}"
                : columns[position];
        }

        [GeneratedRegex(
            "^(?<referred>referred_)?column_((?<position>[0-9]{1,3})|(?<all>0(?<separator>_?)N))_(?<kind>name|key|label)$"
        )]
        private static partial Regex ColumnToken();
    }
}
