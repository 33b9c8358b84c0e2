namespace Retort.Migrations;

/// <summary>Writes the revisions of a script, each in its transactions: what <see cref="StepRunner"/> runs.</summary>
internal sealed class StepWriter(
    Dialect dialect,
    ScriptedTables tables,
    ScriptFrame frame,
    ScriptedWork work,
    TransactionMode mode
)
{
    private readonly ScriptText _text = new();

    private DdlCompiler Ddl => dialect.Ddl;

    private bool IsOneTransaction => mode is TransactionMode.All;

    /// <summary>Writes the whole script.</summary>
    /// <param name="steps">The revisions, in order; none: nothing is written.</param>
    /// <param name="rows">The version rows that it begins with.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    /// <returns>The script.</returns>
    /// <exception cref="OfflineException">Something cannot be written down.</exception>
    public async Task<string> WriteAsync(
        IReadOnlyList<PreparedStep> steps,
        IReadOnlyList<string> rows,
        CancellationToken cancellationToken
    )
    {
        if (steps.Count == 0)
            return "";
        frame.Begin(_text);
        _text.Add(Ddl.ScriptStart);
        Begin();
        _text.Add([.. tables.Create, .. frame.Start]);
        if (!IsOneTransaction)
            Commit();
        foreach (var step in steps)
        {
            await WriteAsync(step, rows, cancellationToken).ConfigureAwait(false);
            rows = RowChange.Apply(rows, step.RowChanges);
        }
        if (IsOneTransaction)
            Commit();
        _text.Blank();
        frame.End(_text);
        _text.Add(Ddl.ScriptEnd);
        return _text.ToString();
    }

    private async Task WriteAsync(PreparedStep step, IReadOnlyList<string> rows, CancellationToken cancellationToken)
    {
        _text.Blank();
        _text.Comment($"{new RevisionStarted(step.Revision, step.Direction)}");
        IReadOnlyList<RevisionPart> parts = RevisionPart.Whole(step, mode, Ddl);
        var hashes = parts.Count > 1 ? RevisionPart.Hashes(parts, Ddl) : [];
        for (var at = 0; at < parts.Count; at++)
        {
            if (parts.Count > 1)
                _text.Comment($"Part {at + 1} of {parts.Count}");
            var entry = at < parts.Count - 1 ? new JournalEntry(at + 1, PartState.Done, hashes[at]) : null;
            var during = entry is null ? RowChange.Apply(rows, step.RowChanges) : rows;
            var statements = await work.WriteAsync(step.Revision, parts[at], during, cancellationToken)
                .ConfigureAwait(false);
            var outcome = entry is null ? HistoryEntry.Done : $"{entry}";
            var line = tables.Line(step.Revision.Id, step.Direction, step.ContentHash, outcome);
            Write(
                parts[at],
                new ScriptedPart(step, rows, statements, line) { Entry = entry, HasPieces = parts[at].HasPieces }
            );
        }
    }

    /// <summary>What a run does in pieces is one statement here, and so fits into a transaction with its line of history.</summary>
    private void Write(RevisionPart part, ScriptedPart scripted)
    {
        var isTransaction = part.IsTransaction || part.HasPieces;
        var begins = isTransaction && !IsOneTransaction;
        if (begins)
            Begin();
        else if (!isTransaction)
            frame.RequireOutside(scripted, part.Describe(Ddl));
        frame.Write(_text, scripted);
        if (begins)
            Commit();
    }

    private void Begin() => _text.Add([dialect.BeginSql(write: true)]);

    private void Commit() => _text.Add([.. Ddl.BeforeCommit, "COMMIT"]);
}
