namespace Retort.Migrations;

/// <summary>What a project's revisions leave behind, read off their operations; nothing is run.</summary>
internal sealed class CreatedSchema
{
    private readonly HashSet<TableName> _tables = [];
    private readonly HashSet<(string Kind, TableName Name)> _objects = [];

    private CreatedSchema() { }

    /// <exception cref="MigrationFailedException">A revision threw while it was asked what it does.</exception>
    public static CreatedSchema Of(RevisionSet revisions, MigrationOptions options)
    {
        var created = new CreatedSchema();
        foreach (var revision in revisions.Graph.NewestFirst.Reverse())
        foreach (
            var change in PreparedStep
                .Of(revision, Direction.Upgrade, revisions[revision], options.NewOperations())
                .Changes
        )
            created.Follow(change);
        return created;
    }

    /// <summary>Of what is found, that which the models have and that which a revision created: what somebody else made is not for us to drop.</summary>
    /// <param name="found">The schema of the database.</param>
    /// <param name="declared">The models.</param>
    /// <param name="syntax">What the database can.</param>
    /// <param name="owns">Whether a table is dropped though no revision created it.</param>
    public MetaData Relevant(MetaData found, MetaData declared, SqlSyntax syntax, Predicate<TableName> owns)
    {
        var declaredObjects = ImpliedObjects.And(declared, syntax).Select(each => (each.Kind, each.Name)).ToHashSet();
        return new MetaData(
            found.Tables.Where(table =>
                declared.Find(table.FullName) is not null || _tables.Contains(table.FullName) || owns(table.FullName)
            )
        )
        {
            Objects =
            [
                .. found.Objects.Where(each =>
                    declaredObjects.Contains((each.Kind, each.Name)) || _objects.Contains((each.Kind, each.Name))
                ),
            ],
        };
    }

    private void Follow(DdlElement change)
    {
        switch (change)
        {
            case CreateTable create:
                _tables.Add(create.Table.FullName);
                break;
            case RenameTable rename:
                _tables.Remove(rename.Table);
                _tables.Add(rename.Table with { Name = rename.NewName });
                break;
            case DropTable drop:
                _tables.Remove(drop.Table);
                break;
            case CreateObject { Object: var created }:
                _objects.Add((created.Kind, created.Name));
                break;
            case DropObject { Object: var dropped }:
                _objects.Remove((dropped.Kind, dropped.Name));
                break;
        }
    }
}
