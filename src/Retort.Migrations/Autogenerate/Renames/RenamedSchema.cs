namespace Retort.Migrations;

/// <summary>The schema of a database with the renames that are made first.</summary>
/// <param name="Schema">As it is once they are made.</param>
/// <param name="Renames">In the order in which they are made.</param>
public sealed record RenamedSchema(MetaData Schema, IReadOnlyList<Rename> Renames)
{
    /// <summary>The renames that lead to the models: first those that are asked for, then those that models tell by <c>[RenamedFrom]</c>.</summary>
    /// <param name="declared">The models.</param>
    /// <param name="database">The database.</param>
    /// <param name="syntax">How names are quoted in expressions.</param>
    /// <param name="flags">What is asked for, each as <c>table.column=new_name</c> or <c>table=new_name</c>, in the order in which it is done.</param>
    /// <exception cref="RenameException">What is asked for is not there, or the models have no such name.</exception>
    public static RenamedSchema Of(
        MetaData declared,
        MetaData database,
        SqlSyntax syntax,
        IReadOnlyList<string>? flags = null
    )
    {
        var renamed = new RenamedSchema(database, []);
        foreach (var flag in flags ?? [])
            renamed = renamed.With([RenameFlag.Parse(flag, declared, renamed)], syntax);
        renamed = renamed.With(FormerNames.OfTables(declared, renamed.Schema), syntax);
        renamed = renamed.With(FormerNames.OfColumns(declared, renamed.Schema), syntax);
        return renamed.With(FormerNames.OfLabels(declared, renamed.Schema), syntax);
    }

    private RenamedSchema With(IEnumerable<Rename> more, SqlSyntax syntax)
    {
        var added = more.ToList();
        return new(added.Aggregate(Schema, (schema, rename) => rename.Apply(schema, syntax)), [.. Renames, .. added]);
    }
}
