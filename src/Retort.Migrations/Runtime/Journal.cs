using System.Globalization;
using System.Text.RegularExpressions;

namespace Retort.Migrations;

/// <summary>A line of history about a part of a revision, with whose it is.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Direction">Which way it is run.</param>
/// <param name="Entry">The line.</param>
internal sealed record PartLine(string Revision, Direction Direction, JournalEntry Entry);

/// <summary>A line of history about a part of a revision that was begun or done before the revision was.</summary>
/// <param name="Part">Which part, from 1.</param>
/// <param name="State">How far it is.</param>
/// <param name="Hash">Fingerprint of this part and all before it.</param>
internal sealed partial record JournalEntry(int Part, PartState State, string Hash)
{
    /// <summary>Its line of history; 0: none yet.</summary>
    public long Id { get; init; }

    /// <summary>The last key that is done, as a literal of the database, where <see cref="State"/> is <see cref="PartState.UpTo"/>.</summary>
    public string? Key { get; init; }

    /// <summary>The outcome that stands in the history.</summary>
    public override string ToString() =>
        State switch
        {
            PartState.Done => $"part {Part} done: {Hash}",
            PartState.Begun => $"part {Part} begun: {Hash}",
            _ => $"part {Part} up to {Key}: {Hash}",
        };

    /// <summary>The entry of an outcome; null where it is another line of history.</summary>
    public static JournalEntry? Parse(long id, string outcome)
    {
        if (Form().Match(outcome) is not { Success: true } match)
            return null;
        var state = match.Groups["state"].Value switch
        {
            "done" => PartState.Done,
            "begun" => PartState.Begun,
            _ => PartState.UpTo,
        };
        return new(
            int.Parse(match.Groups["part"].Value, CultureInfo.InvariantCulture),
            state,
            match.Groups["hash"].Value
        )
        {
            Id = id,
            Key = state is PartState.UpTo ? match.Groups["key"].Value : null,
        };
    }

    [GeneratedRegex(
        "^part (?<part>[0-9]+) (?<state>done|begun|up to (?<key>.*)): (?<hash>[0-9a-f]{64})$",
        RegexOptions.Singleline
    )]
    private static partial Regex Form();
}

/// <summary>How far a part of a revision is.</summary>
internal enum PartState
{
    /// <summary>It was begun, and may be done.</summary>
    Begun,

    /// <summary>Its rows are done up to a key.</summary>
    UpTo,

    /// <summary>It is done.</summary>
    Done,
}

/// <summary>
/// What is done of a revision whose parts do not fit into one transaction, as the history has it. The line of a part that runs in a transaction
/// is written in it.
/// </summary>
internal sealed class Journal
{
    private readonly HistoryTable _history;
    private readonly PreparedStep _step;
    private readonly IReadOnlyList<string> _hashes;
    private readonly List<JournalEntry> _entries;

    /// <summary>The journal of a step.</summary>
    /// <param name="history">Where it stands.</param>
    /// <param name="step">The step.</param>
    /// <param name="rows">The version rows before it.</param>
    /// <param name="hashes">Fingerprints of its first part, the first two, and so on.</param>
    /// <param name="entries">What earlier runs have left.</param>
    /// <exception cref="MigrationException">The revision begins with something else than what was run.</exception>
    public Journal(
        HistoryTable history,
        PreparedStep step,
        IReadOnlyList<string> rows,
        IReadOnlyList<string> hashes,
        IEnumerable<JournalEntry> entries
    )
    {
        (_history, _step, _hashes, _entries) = (history, step, hashes, [.. entries]);
        if (_entries.Find(IsChanged) is { } changed)
            throw MigrationException.PartChanged(step, rows, Done, changed.Part);
    }

    /// <summary>How many parts are done.</summary>
    public int Done =>
        _entries.Where(entry => entry.State is PartState.Done).Select(entry => entry.Part).Append(0).Max();

    /// <summary>What is known of the part at hand: that it was begun, or up to where it is; null: nothing.</summary>
    public JournalEntry? Current => _entries.Find(entry => entry.Part == Done + 1);

    /// <summary>Makes sure that nobody else has done a part meanwhile.</summary>
    /// <exception cref="MigrationException">Somebody has.</exception>
    public async ValueTask RequireAsync(CancellationToken cancellationToken)
    {
        var parts = await _history.PartsAsync(_step.Revision.Id, cancellationToken).ConfigureAwait(false);
        var entries = parts.Where(part => part.Direction == _step.Direction).Select(part => part.Entry);
        if (!entries.SequenceEqual(_entries))
            throw MigrationException.PartsMoved(_step);
    }

    /// <summary>Records how far the part at hand is: in the line that it has, else in a new one.</summary>
    /// <param name="line">The line, but for its outcome.</param>
    /// <param name="state">How far it is.</param>
    /// <param name="key">The last key that is done; null: the state says it.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public async ValueTask RecordAsync(
        HistoryEntry line,
        PartState state,
        string? key,
        CancellationToken cancellationToken
    )
    {
        var entry = new JournalEntry(Done + 1, state, _hashes[Done]) { Key = key };
        if (Current is { } current)
        {
            entry = entry with { Id = current.Id };
            await _history.SetOutcomeAsync(entry.Id, $"{entry}", line.Elapsed, cancellationToken).ConfigureAwait(false);
            _entries.Remove(current);
        }
        else
        {
            await _history.AddAsync(line with { Outcome = $"{entry}" }, cancellationToken).ConfigureAwait(false);
            entry = entry with { Id = await _history.LastAsync(cancellationToken).ConfigureAwait(false) };
        }
        _entries.Add(entry);
    }

    /// <summary>Whether another part was run than the one that stands there now; one that was only begun may be another.</summary>
    private bool IsChanged(JournalEntry entry) =>
        entry.State is not PartState.Begun && _hashes.ElementAtOrDefault(entry.Part - 1) != entry.Hash;
}
