namespace Retort.Migrations;

/// <summary>A script for one place: it fails where the database is not at the rows that it begins with, or has a part of it already.</summary>
/// <param name="tables">Writes the statements about the version rows.</param>
/// <param name="rows">The version rows that the script begins with.</param>
internal sealed class AtRows(ScriptedTables tables, IReadOnlyList<string> rows) : ScriptFrame
{
    /// <inheritdoc />
    public override IReadOnlyList<string> Start => tables.Require(rows);

    /// <inheritdoc />
    public override void Write(ScriptText script, ScriptedPart part) =>
        script.Add(
            part.Entry is { } entry
                ? [.. tables.Require(part.Rows, part.Step, entry), .. part.Statements, part.Line]
                : [.. tables.Require(part.Rows), .. tables.Change(part.Step.RowChanges), .. part.Statements, part.Line]
        );
}
