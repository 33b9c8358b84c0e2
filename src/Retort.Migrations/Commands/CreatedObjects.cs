namespace Retort.Migrations;

/// <summary>What a project's revisions leave behind beside tables, read off their operations; nothing is run.</summary>
internal static class CreatedObjects
{
    /// <summary>Of what is found, that which the models have and that which a revision created: what somebody else made is not for us to drop.</summary>
    /// <exception cref="MigrationFailedException">A revision threw while it was asked what it does.</exception>
    public static IReadOnlyList<SchemaObject> Relevant(
        IReadOnlyList<SchemaObject> found,
        MetaData declared,
        RevisionSet revisions,
        SqlSyntax syntax
    )
    {
        var ours = Of(revisions);
        foreach (var each in ImpliedObjects.And(declared, syntax))
            ours.Add((each.Kind, each.Name));
        return [.. found.Where(each => ours.Contains((each.Kind, each.Name)))];
    }

    private static HashSet<(string Kind, TableName Name)> Of(RevisionSet revisions)
    {
        var objects = new HashSet<(string Kind, TableName Name)>();
        foreach (var revision in revisions.Graph.NewestFirst.Reverse())
        foreach (var change in PreparedStep.Of(revision, Direction.Upgrade, revisions[revision]).Changes)
            switch (change)
            {
                case CreateObject { Object: var created }:
                    objects.Add((created.Kind, created.Name));
                    break;
                case DropObject { Object: var dropped }:
                    objects.Remove((dropped.Kind, dropped.Name));
                    break;
            }
        return objects;
    }
}
