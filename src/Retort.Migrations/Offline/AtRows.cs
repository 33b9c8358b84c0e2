namespace Retort.Migrations;

/// <summary>A script for one place: it fails where the database is not at the rows that it begins with.</summary>
internal sealed class AtRows(ScriptedTables tables) : ScriptFrame
{
    /// <inheritdoc />
    public override IEnumerable<string> Write(ScriptedPart part) =>
        [
            .. tables.Require(part.Rows),
            .. part.Outcome is null ? tables.Change(part.Step.RowChanges) : [],
            .. part.Statements,
            part.Line,
        ];
}
