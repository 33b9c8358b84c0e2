using Retort;

namespace Shared;

/// <summary>What a reader of the catalog could forget of a table.</summary>
internal static class ForgetfulReaders
{
    public static IReadOnlyList<(string Name, Func<object, object> Forget)> All { get; } =
    [
        ("NOT NULL", each => each is Column column ? column with { Nullable = true } : each),
        ("defaults", each => each is Column column ? column with { ServerDefault = default } : each),
        (
            "the length of text",
            each => each is Column { Type: Varchar } column ? column with { Type = new Text() } : each
        ),
        ("conditions of indexes", each => each is TableIndex index ? index with { Where = null } : each),
        ("carried columns of indexes", each => each is TableIndex index ? index with { Include = [] } : each),
        ("methods of indexes", each => each is TableIndex index ? index with { Method = null } : each),
        ("uniqueness of indexes", each => each is TableIndex index ? index with { Unique = false } : each),
        (
            "the order of indexes",
            each =>
                each is TableIndex index
                    ? index with
                    {
                        Elements = [.. index.Elements.Select(element => element with { Descending = false })],
                    }
                    : each
        ),
        ("actions of foreign keys", each => each is ForeignKeyConstraint key ? key with { OnDelete = default } : each),
        (
            "when foreign keys are checked",
            each => each is ForeignKeyConstraint key ? key with { Timing = default } : each
        ),
        ("comments", each => each is Column column ? column with { Comment = null } : each),
        ("computed columns", each => each is Column column ? column with { Computed = null } : each),
        ("exclusions", each => each is ExclusionConstraint exclusion ? exclusion with { Where = null } : each),
        (
            "when unique values are checked",
            each => each is UniqueConstraint unique ? unique with { Timing = default } : each
        ),
        (
            "that NULLs are equal",
            each => each is UniqueConstraint unique ? unique with { NullsNotDistinct = false } : each
        ),
        ("conditions of checks", each => each is CheckConstraint check ? check with { Sql = "true" } : each),
    ];

    public static MetaData Forget(MetaData schema, Func<object, object> forget) =>
        new(
            schema.Tables.Select(table => new Table(
                table.FullName,
                table.Elements.Select(element => (ITableElement)forget(element)),
                table.Indexes.Select(index => (TableIndex)forget(index))
            ))
        )
        {
            Objects = schema.Objects,
        };
}
