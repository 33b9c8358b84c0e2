namespace Retort.Migrations;

/// <summary>A script for any place, which can be run again: each part asks whether it is done.</summary>
internal sealed class WhereNotDone(DdlCompiler ddl, ScriptedTables tables, AppliedTables applied) : ScriptFrame
{
    /// <inheritdoc />
    public override void Begin(ScriptText script) => ddl.BeginWhere(script);

    /// <inheritdoc />
    public override IReadOnlyList<string> Start =>
        [
            .. applied.Create,
            .. ddl.Require(
                tables.Versions,
                applied.KnowRows,
                $"{tables.Versions} has a revision that this script does not know: it is older than the database."
            ),
        ];

    /// <inheritdoc />
    public override void End(ScriptText script)
    {
        script.Add(applied.Drop);
        ddl.EndWhere(script);
    }

    /// <inheritdoc />
    public override void RequireOutside(ScriptedPart part, string what) =>
        throw OfflineException.NotRepeatable(part.Step.Revision, what);

    /// <inheritdoc />
    /// <remarks>The same version rows mean the same revisions. Others can have made something of a table that its rebuild would lose.</remarks>
    public override IReadOnlyList<string> BeforeRebuild(
        Revision revision,
        IReadOnlyList<string> rows,
        TableName table,
        string isSame
    ) =>
        ddl.Require(
            tables.Versions,
            $"{tables.AreRows(rows)} OR {isSame}",
            $"Revision {revision.Id} rebuilds {table}, which is something else in this database than after the revisions before it in the script: use `retort upgrade`, or a script FROM:TO."
        );

    /// <inheritdoc />
    public override void Write(ScriptText script, ScriptedPart part)
    {
        script.Add(
            ddl.Require(tables.Versions, applied.AreTrue, $"Somebody else has changed {tables.Versions} meanwhile.")
        );
        if (part is { HasPieces: true, Entry: { } entry })
            script.Add(
                ddl.Require(
                    tables.Versions,
                    $"NOT {tables.HasPiece(part.Step, entry)}",
                    $"A run has done a piece of part {entry.Part} of {part.Step.Revision.Id}: only `retort upgrade` and `retort downgrade` go on within a part."
                )
            );
        ddl.Where(script, tables.Versions, IsToDo(part), [.. Changes(part), .. part.Statements, part.Line]);
    }

    private IEnumerable<string> Changes(ScriptedPart part) =>
        part.Entry is null ? applied.Change(part.Step.Revision, part.Step.Direction) : [];

    private string IsToDo(ScriptedPart part)
    {
        var applies = part.Step.Direction is Direction.Upgrade;
        var isApplied = applied.IsApplied(part.Step.Revision);
        var isToDo = applies ? $"NOT {isApplied}" : isApplied;
        return part.Entry is { } entry ? $"{isToDo} AND NOT {tables.HasPart(part.Step, entry)}" : isToDo;
    }
}
