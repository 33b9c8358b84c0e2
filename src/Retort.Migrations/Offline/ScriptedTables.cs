namespace Retort.Migrations;

/// <summary>The statements about the two tables of the runtime, as scripts have them.</summary>
internal sealed class ScriptedTables(Dialect dialect, MigrationOptions options)
{
    /// <summary>Who ran it: whoever runs the script is not known when it is written.</summary>
    private const string Who = "script";

    /// <summary>The version table.</summary>
    public TableName Versions => options.VersionTable;

    /// <summary>Creates both where they are missing.</summary>
    public IReadOnlyList<string> Create { get; } =
    [
        dialect.Ddl.Compile(new CreateTable(VersionTable.Define(options.VersionTable)) { IfNotExists = true }),
        dialect.Ddl.Compile(new CreateTable(HistoryTable.Define(options.HistoryTable)) { IfNotExists = true }),
    ];

    /// <summary>Fails unless the version rows are these.</summary>
    public IReadOnlyList<string> Require(IReadOnlyList<string> rows) =>
        dialect.Ddl.Require(
            Versions,
            AreRows(rows),
            $"The script is for a database at {VersionRows.InWords(rows)}; {Versions} of this one says something else."
        );

    /// <summary>Fails unless the version rows are these, and nothing of a part of a revision is done.</summary>
    public IReadOnlyList<string> Require(IReadOnlyList<string> rows, PreparedStep step, JournalEntry part) =>
        dialect.Ddl.Require(
            Versions,
            $"{AreRows(rows)} AND NOT {HasPart(step, part)} AND NOT {HasPiece(step, part)}",
            $"The script is for a database at {VersionRows.InWords(rows)} without anything of {step.Revision.Id}; {Versions} or {options.HistoryTable} of this one says something else."
        );

    /// <summary>Changes the version rows.</summary>
    public IEnumerable<string> Change(IEnumerable<RowChange> changes) =>
        changes.Select(change => Write(writer => VersionTable.Write(writer, Versions, change)));

    /// <summary>A line of history, at the time when the script is run.</summary>
    public string Line(string revision, Direction direction, string hash, string outcome)
    {
        var entry = new HistoryEntry(
            revision,
            direction,
            Who,
            default,
            TimeSpan.Zero,
            MigrationOptions.ToolVersion,
            hash,
            outcome
        );
        return Write(writer => HistoryTable.Write(writer, options.HistoryTable, entry, new RawSql(dialect.Syntax.Now)));
    }

    /// <summary>The condition that a part of a revision is done, and the revision was neither done nor stamped since.</summary>
    public string HasPart(PreparedStep step, JournalEntry part) => HasLine(step, "=", $"{part}");

    /// <summary>The condition that a run has done a piece of a part, and not all of it.</summary>
    public string HasPiece(PreparedStep step, JournalEntry part) => HasLine(step, "LIKE", $"part {part.Part} up to %");

    private string HasLine(PreparedStep step, string compares, string outcome) =>
        Write(writer =>
        {
            var history = options.HistoryTable;
            writer.Write($"EXISTS (SELECT 1 FROM {history} WHERE revision = ");
            writer.Literal(step.Revision.Id);
            writer.Write(" AND direction = ");
            writer.Literal(HistoryTable.Word(step.Direction));
            writer.Write($" AND outcome {new RawSql(compares)} ");
            writer.Literal(outcome);
            writer.Write($" AND id > coalesce((SELECT max(id) FROM {history} WHERE revision = ");
            writer.Literal(step.Revision.Id);
            writer.Write(" AND outcome IN (");
            writer.List(HistoryTable.Ends, writer.Literal);
            writer.Write(")), 0))");
        });

    /// <summary>A statement whose values are literals.</summary>
    public string Write(Action<SqlWriter> write)
    {
        var writer = new SqlWriter(dialect.Syntax, dialect.Types) { WritesLiterals = true };
        write(writer);
        return writer.ToString();
    }

    /// <summary>The condition that the version rows are these.</summary>
    public string AreRows(IReadOnlyList<string> rows) =>
        Write(writer =>
        {
            writer.Write($"(SELECT count(*) FROM {Versions}) = {rows.Count}");
            if (rows.Count == 0)
                return;
            writer.Write($" AND (SELECT count(*) FROM {Versions} WHERE {VersionTable.Row} IN (");
            writer.List(rows, writer.Literal);
            writer.Write($")) = {rows.Count}");
        });
}
