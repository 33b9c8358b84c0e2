namespace Retort;

/// <remarks>
/// A rebuild follows https://sqlite.org/lang_altertable.html, section 7, inside the caller's transaction and with foreign keys off.
/// </remarks>
internal sealed partial class SqliteDdlCompiler
{
    /// <summary>What SQLite calls the number of a row, in the order in which a name is tried that no column has.</summary>
    private static readonly string[] RowIdNames = ["rowid", "_rowid_", "oid"];

    /// <inheritdoc />
    /// <remarks>The shell drops a CR before the LF that ends a line.</remarks>
    public override string DefinitionOf(TableName table) =>
        $"(SELECT coalesce(group_concat(replace(sql, char(13), ''), char(10)), '') FROM (SELECT sql FROM sqlite_master WHERE tbl_name = {TypeMap.Quote(table.Name)} COLLATE NOCASE ORDER BY type, name))";

    /// <inheritdoc />
    /// <remarks>Rows keep their number, by which tables of full-text search refer to them.</remarks>
    protected override void CopyRows(SqlWriter writer, TableRebuild rebuild) =>
        base.CopyRows(
            writer,
            HasHiddenRowId(rebuild.Before) && HasHiddenRowId(rebuild.After) && FreeRowIdName(rebuild) is { } name
                ? rebuild with
                {
                    Copied = [name, .. rebuild.Copied],
                }
                : rebuild
        );

    /// <inheritdoc />
    /// <remarks>The counter of an AUTOINCREMENT key stands in a table of its own, and can be ahead of the largest key.</remarks>
    protected override IEnumerable<RebuildStep> AfterCopy(TableRebuild rebuild)
    {
        if (
            !rebuild.Before.Columns.Any(column => column.Autoincrement)
            || !rebuild.After.Columns.Any(column => column.Autoincrement)
        )
            return [];
        var (old, temporary) = (TypeMap.Quote(rebuild.Before.Name), TypeMap.Quote(rebuild.Temporary.Name));
        return
        [
            new($"DELETE FROM sqlite_sequence WHERE name = {temporary}"),
            new(
                $"INSERT INTO sqlite_sequence (name, seq) SELECT {temporary}, seq FROM sqlite_sequence WHERE name = {old}"
            ),
        ];
    }

    /// <inheritdoc />
    /// <remarks>Without <c>legacy_alter_table</c> the rename fails on views and triggers that mention the table, which is not there for this moment.</remarks>
    protected override IEnumerable<RebuildStep> Replace(TableRebuild rebuild) =>
        [new("PRAGMA legacy_alter_table = ON"), .. base.Replace(rebuild), new("PRAGMA legacy_alter_table = OFF")];

    /// <inheritdoc />
    /// <remarks>To drop a table deletes its rows, which foreign keys would forbid or follow; they cannot be turned off inside a transaction.</remarks>
    public override IEnumerable<string> Script(IReadOnlyList<DdlElement> changes, IReadOnlyList<string> statements)
    {
        var script = base.Script(changes, statements);
        return changes.Any(change => change is DropTable || change is TableChange altered && !CanAlter(altered))
            ? ["PRAGMA foreign_keys = OFF", .. script, "PRAGMA foreign_keys = ON"]
            : script;
    }

    private static bool HasHiddenRowId(Table table) =>
        table.Options?.Contains("ROWID", StringComparison.OrdinalIgnoreCase) is not true
        && !(table.PrimaryKey?.Columns is [var key] && table.FindColumn(key)?.Type is Integer);

    private static string? FreeRowIdName(TableRebuild rebuild) =>
        RowIdNames.FirstOrDefault(name =>
            !rebuild
                .Before.Columns.Concat(rebuild.After.Columns)
                .Any(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        );
}
