namespace Retort.Migrations;

/// <summary>What <c>retort history</c> is asked.</summary>
public sealed record HistoryOptions
{
    /// <summary>The part that is wanted: <c>a:b</c>, <c>:b</c>, <c>a:</c>, <c>-2:current</c>; null: all.</summary>
    public string? Range { get; init; }

    /// <summary>Whether each revision tells what the database has of it.</summary>
    public bool IndicateCurrent { get; init; }
}

/// <summary><c>retort history</c>: the revisions, newest first.</summary>
public sealed class HistoryCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="ScriptException">The migrations folder is missing, or a file cannot be read.</exception>
    /// <exception cref="RevisionException">The files contradict each other, or the range is none.</exception>
    /// <exception cref="DatabaseException">The database cannot be read.</exception>
    public async Task<IReadOnlyList<RevisionEntry>> RunAsync(
        HistoryOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new();
        var graph = context.Scripts.ReadGraph();
        var range = options.Range is { } text ? RevisionRange.Parse(text) : null;
        var rows =
            options.IndicateCurrent || range is { NeedsDatabase: true }
                ? await DatabaseState.KnownRowsAsync(context, graph, cancellationToken).ConfigureAwait(false)
                : [];
        var revisions = range?.In(graph, rows) ?? graph.NewestFirst;
        var entries = revisions.Select(revision => RevisionEntry.Of(graph, revision));
        return [.. options.IndicateCurrent ? WithStates(graph, entries, rows) : entries];
    }

    private static IEnumerable<RevisionEntry> WithStates(
        RevisionGraph graph,
        IEnumerable<RevisionEntry> entries,
        IReadOnlyList<string> rows
    )
    {
        var applied = graph.AppliedBy(rows).Select(revision => revision.Id).ToHashSet();
        return entries.Select(entry =>
            entry with
            {
                State =
                    rows.Contains(entry.Revision.Id) ? RevisionState.Current
                    : applied.Contains(entry.Revision.Id) ? RevisionState.Applied
                    : RevisionState.Pending,
            }
        );
    }
}
