namespace Retort.Migrations;

/// <summary>A run of one revision: its parts, and how far it is.</summary>
internal sealed class StepRun(PreparedStep step, IReadOnlyList<RevisionPart> parts, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly List<RevisionPart> _parts = [.. parts];
    private Journal? _journal;
    private int _at;

    /// <summary>What is run.</summary>
    public PreparedStep Step { get; } = step;

    /// <summary>When it began.</summary>
    public DateTimeOffset At { get; } = clock.GetUtcNow();

    /// <summary>How long it takes so far.</summary>
    public TimeSpan Elapsed => clock.GetElapsedTime(_started);

    /// <summary>What is done of it.</summary>
    public Journal Journal => _journal ?? throw new InvalidOperationException("The journal is not open yet.");

    /// <summary>The part at hand; null: all are done.</summary>
    public RevisionPart? Current => _parts.ElementAtOrDefault(_at);

    /// <summary>How many parts are done.</summary>
    public int Done => _at;

    /// <summary>How many parts there are.</summary>
    public int Count => _parts.Count;

    /// <summary>Whether it does not fit into one transaction.</summary>
    public bool HasSeveral => _parts.Count > 1;

    /// <summary>Whether the part at hand is the last one, with which the version rows change.</summary>
    public bool IsLast => _at == _parts.Count - 1;

    /// <summary>Which part is at hand, for the history; nothing where there is only one.</summary>
    public string Place => HasSeveral ? $"part {_at + 1} of {_parts.Count}: " : "";

    /// <summary>Goes behind what earlier runs have done. The version rows always have a transaction in which they change.</summary>
    /// <exception cref="MigrationException">The revision begins with something else than what was run.</exception>
    public void Open(HistoryTable history, IReadOnlyList<string> rows, IReadOnlyList<PartLine> begun, DdlCompiler ddl)
    {
        var entries = begun
            .Where(part => part.Revision == Step.Revision.Id && part.Direction == Step.Direction)
            .Select(part => part.Entry)
            .ToList();
        var left = entries.Any(entry => entry.State is PartState.Done && entry.Part >= _parts.Count);
        if (left || _parts is not [.., { IsTransaction: true }])
            _parts.Add(RevisionPart.VersionRows);
        var hashes = HasSeveral || entries.Count > 0 ? RevisionPart.Hashes(_parts, ddl) : [];
        _journal = new Journal(history, Step, rows, hashes, entries);
        _at = _journal.Done;
    }

    /// <summary>What is told when the part at hand begins.</summary>
    public PartStarted Started(DdlCompiler ddl) => new(Step.Revision, _at + 1, _parts.Count, Current!.Describe(ddl));

    /// <summary>The part at hand is done.</summary>
    public void Advance() => _at++;
}
