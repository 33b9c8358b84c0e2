namespace Retort.Migrations;

/// <summary>The tables that a project's revisions leave behind, read off their operations; nothing is run.</summary>
internal static class CreatedTables
{
    /// <exception cref="MigrationFailedException">A revision threw while it was asked what it does.</exception>
    public static IReadOnlySet<TableName> Of(RevisionSet revisions)
    {
        var tables = new HashSet<TableName>();
        foreach (var revision in revisions.Graph.NewestFirst.Reverse())
        foreach (var change in PreparedStep.Of(revision, Direction.Upgrade, revisions[revision]).Changes)
            switch (change)
            {
                case CreateTable create:
                    tables.Add(create.Table.FullName);
                    break;
                case RenameTable rename:
                    tables.Remove(rename.Table);
                    tables.Add(rename.Table with { Name = rename.NewName });
                    break;
                case DropTable drop:
                    tables.Remove(drop.Table);
                    break;
            }
        return tables;
    }
}
