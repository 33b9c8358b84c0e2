namespace Retort.Migrations;

/// <summary>Foreign keys, with their actions. One that stays is made anew where what it stands on is.</summary>
internal static class ForeignKeyComparer
{
    public static void Compare(Comparison comparison)
    {
        ConstraintComparer.Compare(
            comparison,
            table => table.ForeignKeys,
            (_, declared, found) => comparison.Norms.SameForeignKey(declared, found),
            (Phase.DropForeignKey, Phase.AddForeignKey),
            (table, key) => $"foreign key '{key.Name}' on {table} ({key.Columns}) to {key.Table} ({key.References})"
        );
        if (comparison.Syntax.AlterTable)
            foreach (var pair in comparison.Common)
            foreach (var key in pair.Found.ForeignKeys)
                if (!comparison.Drops(pair.Name, key.Name) && !Stands(comparison, pair, key))
                    Renew(comparison, pair.Name, key);
    }

    /// <summary>
    /// Whether a key to a table can be there before the changes of that table: its columns have the types that they will have, and a key of
    /// these columns that stays.
    /// </summary>
    public static bool Stands(Comparison comparison, ForeignKeyConstraint key) =>
        comparison.FindCommon(key.Table) is not { } referred
        || key.References.All(column => KeepsType(comparison, referred, column))
            && HasKey(comparison, referred, key.References);

    private static bool Stands(Comparison comparison, TablePair pair, ForeignKeyConstraint key) =>
        Stands(comparison, key) && key.Columns.All(column => KeepsType(comparison, pair, column));

    private static bool KeepsType(Comparison comparison, TablePair pair, string column) =>
        pair.Declared.FindColumn(column) is not { } declared
        || pair.Found.FindColumn(column) is { } found && comparison.Norms.SameType(declared, found);

    /// <summary>Whether a key of these columns is there and stays.</summary>
    private static bool HasKey(Comparison comparison, TablePair referred, IEnumerable<string> columns)
    {
        var (declared, found, norms) = (referred.Declared, referred.Found, comparison.Norms);
        var sorted = columns.Order().ToList();
        return declared.PrimaryKey is { } key
                && found.PrimaryKey is { } other
                && Is(other.Columns)
                && norms.SamePrimaryKey(key, other)
            || found.UniqueConstraints.Any(unique =>
                Is(unique.Columns)
                && declared.UniqueConstraints.Any(each => each.Name == unique.Name && norms.SameUnique(each, unique))
            )
            || found.Indexes.Any(index =>
                index is { Unique: true, Where: null }
                && Is(index.Elements.Select(element => element.Text))
                && declared.Indexes.Any(each => each.Name == index.Name && norms.SameIndex(found, each, index))
            );

        bool Is(IEnumerable<string> other) => other.Order().SequenceEqual(sorted);
    }

    private static void Renew(Comparison comparison, TableName table, ForeignKeyConstraint key)
    {
        comparison.Add(Phase.DropForeignKey, new DropConstraintOp(table, key.Name!) { Dropped = key });
        comparison.Add(Phase.AddForeignKey, AddConstraintOp.Of(table, key));
    }
}
