namespace Retort;

/// <remarks>
/// Tables are rebuilt with foreign keys off, so that a script compares the rows that refer to none itself. SQL of SQLite raises no errors of
/// its own: a CHECK does, and its name is what the shell prints.
/// </remarks>
internal sealed partial class SqliteDdlCompiler
{
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

    private string[] Require(string condition, string message) =>
        [
            $"CREATE TEMP TABLE _retort_required (holds CONSTRAINT {Quote(message)} CHECK (holds))",
            $"INSERT INTO temp._retort_required VALUES ({condition})",
            "DROP TABLE temp._retort_required",
        ];
}
