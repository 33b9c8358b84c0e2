namespace Retort.Migrations;

/// <summary>One kind of thing that autogenerate compares.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Compare">Adds the differences that it finds, each with the operation that removes it.</param>
public sealed record Comparer(string Name, Action<Comparison> Compare);

/// <summary>What autogenerate compares, one comparer a kind of thing, in the order in which differences are told.</summary>
public static class Comparers
{
    private const string Objects = "objects";

    /// <summary>All of them; an environment can take others: <see cref="MigrationEnvironment"/>.</summary>
    public static IReadOnlyList<Comparer> All { get; } =
    [
        new("tables", TableComparer.Compare),
        new("table options", TableOptionsComparer.Compare),
        new("primary keys", PrimaryKeyComparer.Compare),
        new("columns", ColumnComparer.Compare),
        new("column properties", ColumnPropertiesComparer.Compare),
        new("unique constraints", UniqueComparer.Compare),
        new("checks", CheckComparer.Compare),
        new("exclusion constraints", ExclusionComparer.Compare),
        new("foreign keys", ForeignKeyComparer.Compare),
        new("indexes", IndexComparer.Compare),
        new("comments", CommentComparer.Compare),
        new(Objects, comparison => ObjectComparer.Compare(comparison, drops: true)),
    ];

    /// <summary>What two whole databases are compared by: the same, except that what only one of them has beside tables may be left alone.</summary>
    /// <param name="drops">Whether what only the one that changes has beside tables is dropped.</param>
    public static IReadOnlyList<Comparer> Whole(bool drops) =>
        [
            .. All.Where(comparer => comparer.Name != Objects),
            new(Objects, comparison => ObjectComparer.Compare(comparison, drops)),
        ];
}
