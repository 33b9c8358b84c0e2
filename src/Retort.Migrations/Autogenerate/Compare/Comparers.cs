namespace Retort.Migrations;

/// <summary>What autogenerate compares, one comparer a kind of thing, in the order in which differences are told.</summary>
internal static class Comparers
{
    public static IReadOnlyList<Action<Comparison>> All { get; } =
    [
        ObjectComparer.Compare,
        TableComparer.Compare,
        PrimaryKeyComparer.Compare,
        ColumnComparer.Compare,
        ColumnPropertiesComparer.Compare,
        UniqueComparer.Compare,
        CheckComparer.Compare,
        ExclusionComparer.Compare,
        ForeignKeyComparer.Compare,
        IndexComparer.Compare,
        CommentComparer.Compare,
    ];
}
