namespace Retort.Migrations;

/// <summary>The tables that a project's revisions created, read off their operations; nothing is run.</summary>
internal static class CreatedTables
{
    public static IReadOnlySet<TableName> Of(RevisionSet revisions)
    {
        var tables = new HashSet<TableName>();
        foreach (var element in revisions.Compiled.SelectMany(Changes))
            switch (element)
            {
                case CreateTable create:
                    tables.Add(create.Table.FullName);
                    break;
                case RenameTable rename:
                    tables.Add(rename.Table with { Name = rename.NewName });
                    break;
            }
        return tables;
    }

    private static IEnumerable<DdlElement> Changes(CompiledRevision revision)
    {
        var operations = new Operations();
        revision.Create().Upgrade(operations);
        return operations.Steps.SelectMany(operation => operation.ToDdl());
    }
}
