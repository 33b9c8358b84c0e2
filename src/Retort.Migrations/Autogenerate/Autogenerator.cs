namespace Retort.Migrations;

/// <summary>Compares the schema of the models with that of a database, and says which operations lead from one to the other.</summary>
public static class Autogenerator
{
    /// <summary>
    /// By phase. Where tables are rebuilt, all changes of a table that is there stand together, so that it is rebuilt once, and is never what it
    /// neither was nor is to be.
    /// </summary>
    private static List<Change> InOrder(Comparison comparison)
    {
        var changes = comparison.Changes.OrderBy(change => change.Phase);
        if (comparison.Syntax.AlterTable)
            return [.. changes];
        var common = comparison.Common.Select(pair => pair.Name).ToList();
        return
        [
            .. changes
                .Select(change => (change, Table: common.IndexOf(TableOf(change.Operation))))
                .OrderBy(each => each.Table < 0 ? Order(each.change.Phase) : 1)
                .ThenBy(each => each.Table)
                .Select(each => each.change),
        ];
    }

    /// <summary>What is new comes before the tables that are there, what goes behind them.</summary>
    private static int Order(Phase phase) => phase >= Phase.DropTable ? 2 : 0;

    private static TableName TableOf(Operation operation) =>
        operation.ToDdl().Select(SchemaStep.TableOf).FirstOrDefault(table => table is not null) ?? default;

    /// <summary>Compares.</summary>
    /// <param name="declared">The models.</param>
    /// <param name="database">The database, without what is none of the models' business, and with the renames of <paramref name="options"/> made.</param>
    /// <param name="dialect">How the database is told what is declared.</param>
    /// <param name="norms">Says what is equal, prepared by <see cref="Dialect.NormsAsync"/>; null: texts are compared as they are.</param>
    /// <param name="options">How they are compared; null: as usual.</param>
    public static AutogenerateResult Compare(
        MetaData declared,
        MetaData database,
        Dialect dialect,
        SchemaNorms? norms = null,
        AutogenerateOptions? options = null
    )
    {
        options ??= new AutogenerateOptions();
        var found = CarriedElements.Split(database, declared.Objects, dialect.Ddl);
        var comparison = new Comparison(declared, found, dialect, norms ?? dialect.Norms, options);
        foreach (var rename in options.Renames)
            comparison.Add(Phase.Rename, rename.Operation, rename.Words);
        foreach (var comparer in options.Comparers)
            comparer.Compare(comparison);
        var changes = InOrder(comparison);
        return new AutogenerateResult(
            [.. changes.Select(change => change.Operation)],
            [
                .. changes
                    .Select(change => change.Operation)
                    .Where(operation => !operation.StaysOnDowngrade)
                    .Select(operation => operation.Reverse())
                    .Reverse(),
            ],
            [.. comparison.Changes.SelectMany(change => change.Words)]
        )
        {
            Found = found,
            Declared = declared,
            LikelyRenames = LikelyRenames.Of(declared, found, comparison.Norms),
        };
    }
}
