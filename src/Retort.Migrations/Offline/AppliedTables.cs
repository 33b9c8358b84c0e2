namespace Retort.Migrations;

/// <summary>
/// Temporary tables of a script that can be repeated: which revisions the version rows imply, worked out once, and kept up by what the script does.
/// </summary>
internal sealed class AppliedTables(ScriptedTables tables, RevisionGraph graph)
{
    private const int ParentsAtOnce = 500;

    private static readonly TableName Parents = "_retort_parent";
    private static readonly TableName Applied = "_retort_applied";
    private static readonly TableName Known = "_retort_row";

    /// <summary>Makes them.</summary>
    public IReadOnlyList<string> Create =>
        [
            .. DropWhereThere,
            tables.Write(writer =>
                writer.Write(
                    $"CREATE TEMPORARY TABLE {Parents} (parent varchar(32), id varchar(32), PRIMARY KEY (parent, id))"
                )
            ),
            .. Edges.Chunk(ParentsAtOnce).Select(Insert),
            tables.Write(writer => writer.Write($"CREATE TEMPORARY TABLE {Applied} (id varchar(32) PRIMARY KEY)")),
            tables.Write(writer =>
                writer.Write(
                    $"""
                    INSERT INTO {Applied} (id)
                    WITH RECURSIVE below (id) AS (
                        SELECT {VersionTable.Row} FROM {tables.Versions}
                        UNION SELECT p.parent FROM {Parents} AS p JOIN below AS b ON p.id = b.id WHERE p.parent <> ''
                    )
                    SELECT id FROM below
                    """
                )
            ),
            tables.Write(writer => writer.Write($"CREATE TEMPORARY TABLE {Known} (id varchar(32) PRIMARY KEY)")),
            Remember,
        ];

    /// <summary>Drops them.</summary>
    public IReadOnlyList<string> Drop =>
        [.. Own.Select(table => tables.Write(writer => writer.Write($"DROP TABLE {table}")))];

    /// <summary>The condition that the script knows all version rows.</summary>
    public string KnowRows =>
        tables.Write(writer =>
            writer.Write(
                $"NOT EXISTS (SELECT {VersionTable.Row} FROM {tables.Versions} EXCEPT SELECT id FROM {Parents})"
            )
        );

    /// <summary>The condition that nobody else has changed the version rows.</summary>
    public string AreTrue =>
        tables.Write(writer =>
            writer.Write(
                $"(SELECT count(*) FROM {tables.Versions}) = (SELECT count(*) FROM {Known}) AND NOT EXISTS (SELECT {VersionTable.Row} FROM {tables.Versions} EXCEPT SELECT id FROM {Known})"
            )
        );

    private static TableName[] Own => [Parents, Applied, Known];

    private IEnumerable<string> DropWhereThere =>
        Own.Select(table => tables.Write(writer => writer.Write($"DROP TABLE IF EXISTS {table}")));

    private string Remember =>
        tables.Write(writer =>
            writer.Write($"INSERT INTO {Known} (id) SELECT {VersionTable.Row} FROM {tables.Versions}")
        );

    /// <summary>Each revision with its parents; one without any has an empty one, so that it is known.</summary>
    private IEnumerable<(string Parent, string Id)> Edges =>
        from revision in graph.Revisions
        from parent in ParentsOf(revision).DefaultIfEmpty("")
        select (parent, revision.Id);

    /// <summary>The condition that a revision is applied.</summary>
    public string IsApplied(Revision revision) =>
        tables.Write(writer =>
        {
            writer.Write($"EXISTS (SELECT 1 FROM {Applied} WHERE id = ");
            writer.Literal(revision.Id);
            writer.Write(")");
        });

    /// <summary>The version rows of a revision that is run, from whatever rows there are: it takes the place of those that it implies, or gives them back.</summary>
    public IEnumerable<string> Change(Revision revision, Direction direction) =>
        [
            .. direction is Direction.Upgrade ? Upgrade(revision) : Downgrade(revision),
            tables.Write(writer => writer.Write($"DELETE FROM {Known}")),
            Remember,
        ];

    private IEnumerable<string> Upgrade(Revision revision) =>
        [
            .. ParentsOf(revision).SelectMany(parent => tables.Change([new(parent, null)])),
            .. tables.Change([new(null, revision.Id)]),
            Applies(revision.Id),
        ];

    private IEnumerable<string> Downgrade(Revision revision) =>
        [.. tables.Change([new(revision.Id, null)]), Undoes(revision.Id), .. ParentsOf(revision).Select(AddTip)];

    private IEnumerable<string> ParentsOf(Revision revision) =>
        graph.At(graph.All.Parents[graph.Node(revision.Id)!.Value]).Select(parent => parent.Id);

    private string Insert(IEnumerable<(string Parent, string Id)> edges) =>
        tables.Write(writer =>
        {
            writer.Write($"INSERT INTO {Parents} (parent, id) VALUES ");
            writer.List(
                edges,
                edge =>
                {
                    writer.Write("(");
                    writer.Literal(edge.Parent);
                    writer.Write(", ");
                    writer.Literal(edge.Id);
                    writer.Write(")");
                }
            );
        });

    private string Applies(string id) =>
        tables.Write(writer =>
        {
            writer.Write($"INSERT INTO {Applied} (id) VALUES (");
            writer.Literal(id);
            writer.Write(")");
        });

    private string Undoes(string id) =>
        tables.Write(writer =>
        {
            writer.Write($"DELETE FROM {Applied} WHERE id = ");
            writer.Literal(id);
        });

    /// <summary>A parent has a row again where nothing else that is applied implies it.</summary>
    private string AddTip(string parent) =>
        tables.Write(writer =>
        {
            writer.Write($"INSERT INTO {tables.Versions} ({VersionTable.Row}) SELECT ");
            writer.Literal(parent);
            writer.Write(
                $" WHERE NOT EXISTS (SELECT 1 FROM {Parents} AS p JOIN {Applied} AS a ON a.id = p.id WHERE p.parent = "
            );
            writer.Literal(parent);
            writer.Write(")");
        });
}
