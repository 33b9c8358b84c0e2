namespace Retort;

/// <remarks>
/// Tables are rebuilt with foreign keys off, so that a script compares the rows that refer to none itself. SQL of SQLite raises no errors of
/// its own: a CHECK does, and its name is what the shell prints. It has no conditions either; the shell can write a file where one holds, and
/// run it: https://sqlite.org/cli.html#file_i_o_functions.
/// </remarks>
internal sealed partial class SqliteDdlCompiler
{
    private const string PartFile = "retort_part.sql";

    private const string Violations =
        "SELECT \"table\" AS child, \"rowid\" AS number, parent FROM pragma_foreign_key_check";

    /// <inheritdoc />
    public override IReadOnlyList<string> ScriptStart =>
        [
            "PRAGMA foreign_keys = OFF",
            "DROP TABLE IF EXISTS temp._retort_violation",
            $"CREATE TEMP TABLE _retort_violation AS {Violations}",
        ];

    /// <inheritdoc />
    public override IReadOnlyList<string> ScriptEnd =>
        ["DROP TABLE temp._retort_violation", "PRAGMA foreign_keys = ON"];

    /// <inheritdoc />
    public override IReadOnlyList<string> BeforeCommit =>
        Require(
            $"NOT EXISTS ({Violations} EXCEPT SELECT child, number, parent FROM temp._retort_violation)",
            "It would leave rows that refer to none."
        );

    /// <inheritdoc />
    /// <remarks>A transaction that writes is the only one that does.</remarks>
    public override IReadOnlyList<string> Require(TableName table, string condition, string message) =>
        Require(condition, message);

    /// <inheritdoc />
    /// <remarks>A text is written in the encoding of the database, and read as UTF-8.</remarks>
    public override void BeginWhere(ScriptText script)
    {
        script.Comment(
            $"For sqlite3, the shell of SQLite: what is to be done is written into {PartFile} in the current directory, and read from it."
        );
        script.Command(".bail on");
        script.Add([
            .. Require(
                "(SELECT encoding FROM pragma_encoding) = 'UTF-8'",
                $"{PartFile} is read as UTF-8, and the database is not UTF-8."
            ),
            "DROP TABLE IF EXISTS temp._retort_part",
            "CREATE TEMP TABLE _retort_part (mark, bytes)",
        ]);
    }

    /// <inheritdoc />
    /// <remarks>At its end the file takes the mark away that it was written with: one that does not was cut short, or is somebody else's.</remarks>
    public override void Where(ScriptText script, TableName table, string condition, IReadOnlyList<string> statements)
    {
        var part = new ScriptText();
        part.Blank();
        part.Add(statements);
        var text = TypeMap.Quote($"{part}");
        script.Add([
            "INSERT INTO temp._retort_part (mark) VALUES (hex(randomblob(16)))",
            $"""
            UPDATE temp._retort_part SET bytes = writefile('{PartFile}', CASE WHEN {condition} THEN {text} ELSE '' END || 'DELETE FROM temp._retort_part WHERE mark = ''' || mark || ''';')
            """,
        ]);
        script.Command($".read {PartFile}");
        script.Add(
            Require(
                "NOT EXISTS (SELECT 1 FROM temp._retort_part)",
                $"{PartFile} is not what the script has written into it."
            )
        );
    }

    /// <inheritdoc />
    public override void EndWhere(ScriptText script) =>
        script.Add([
            $"INSERT INTO temp._retort_part (bytes) VALUES (writefile('{PartFile}', ''))",
            "DROP TABLE temp._retort_part",
        ]);

    private string[] Require(string condition, string message) =>
        [
            $"CREATE TEMP TABLE _retort_required (holds CONSTRAINT {Quote(message)} CHECK (holds))",
            $"INSERT INTO temp._retort_required VALUES ({condition})",
            "DROP TABLE temp._retort_required",
        ];
}
