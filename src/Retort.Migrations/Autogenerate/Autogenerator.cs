namespace Retort.Migrations;

/// <summary>Compares the schema of the models with that of a database, and says which operations lead from one to the other.</summary>
public static class Autogenerator
{
    /// <summary>Compares.</summary>
    /// <param name="declared">The models.</param>
    /// <param name="database">The database, without tables that are none of the models' business.</param>
    /// <param name="dialect">How the database is told what is declared.</param>
    /// <param name="norms">Says what is equal, prepared by <see cref="Dialect.NormsAsync"/>; null: texts are compared as they are.</param>
    /// <exception cref="AutogenerateException">There is a difference that no operation can be written for.</exception>
    public static AutogenerateResult Compare(
        MetaData declared,
        MetaData database,
        Dialect dialect,
        SchemaNorms? norms = null
    )
    {
        var found = CarriedElements.Split(database, declared.Objects, dialect.Ddl);
        var comparison = new Comparison(declared, found, dialect.Syntax, norms ?? dialect.Norms);
        foreach (var comparer in Comparers.All)
            comparer(comparison);
        var changes = comparison.Changes.OrderBy(change => change.Phase).ToList();
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
        );
    }
}
