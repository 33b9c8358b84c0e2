using System.Globalization;

namespace Retort.Migrations;

/// <summary>Something that happens in a run of revisions; its text is the line that a person reads.</summary>
public abstract record MigrationEvent;

/// <summary>A run begins that has something to do.</summary>
/// <param name="Transactions">Which transactions its revisions have.</param>
/// <param name="TransactionalDdl">Whether the database undoes changes of the schema with their transaction.</param>
public sealed record RunStarted(TransactionMode Transactions, bool TransactionalDdl) : MigrationEvent
{
    /// <summary>Whether a revision has several parts, those of which stay that are done.</summary>
    public bool HasParts { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        (Transactions, TransactionalDdl) switch
        {
            (TransactionMode.None, _) => "Without transactions: what is done stays where an operation fails",
            (_, false) => "DDL is not transactional: what is done stays where a revision fails",
            (TransactionMode.All, _) => "DDL is transactional: all revisions are done, or nothing of them remains",
            _ when HasParts =>
                "DDL is transactional: each revision is done, or nothing of it remains but the parts that are done of one with several",
            _ => "DDL is transactional: each revision is done, or nothing of it remains",
        };
}

/// <summary>A revision begins to run.</summary>
public sealed record RevisionStarted(Revision Revision, Direction Direction) : MigrationEvent
{
    /// <inheritdoc />
    public override string ToString()
    {
        var before = string.Join(", ", Revision.DownRevisions);
        var message = Revision.Message is { Length: > 0 } text ? $", {text}" : "";
        return Direction is Direction.Upgrade
            ? $"Running upgrade {before} -> {Revision.Id}{message}"
            : $"Running downgrade {Revision.Id} -> {before}{message}";
    }
}

/// <summary>A revision has run, and its changes last.</summary>
public sealed record RevisionFinished(Revision Revision, Direction Direction, TimeSpan Elapsed) : MigrationEvent
{
    /// <inheritdoc />
    public override string ToString() => $"{Revision.Id} took {Elapsed.TotalMilliseconds:0} ms";
}

/// <summary>Somebody else changes the schema, for more than a second now.</summary>
public sealed record WaitingForLock(string? Holder, TimeSpan Timeout) : MigrationEvent
{
    /// <inheritdoc />
    public override string ToString() =>
        $"Waiting up to {Timeout.TotalSeconds:0} s for {Holder ?? "another process"}, who is changing the schema";
}

/// <summary>The file of an applied revision was changed since.</summary>
public sealed record AppliedFileChanged(Revision Revision) : MigrationEvent
{
    /// <inheritdoc />
    public override string ToString() =>
        $"Warning: revision {Revision.Id}{(Revision.Location is { } at ? $" ({at.Path})" : "")} was changed after it was applied. What it says now is not what the database has; write a new revision for the difference.";
}

/// <summary>A part of a revision begins that has several, because they do not fit into one transaction.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Part">Which part, from 1; those before it are done.</param>
/// <param name="Parts">How many parts the revision has.</param>
/// <param name="Text">What it does, in a line.</param>
public sealed record PartStarted(Revision Revision, int Part, int Parts, string Text) : MigrationEvent
{
    /// <inheritdoc />
    public override string ToString() => $"Part {Part} of {Parts}: {Text}";
}

/// <summary>Rows of a table are changed in batches; told once a second, and at the end.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many rows this run has changed so far.</param>
/// <param name="Key">The last key that is done, as a literal of the database.</param>
public sealed record RowsChanged(Revision Revision, TableName Table, long Rows, string Key) : MigrationEvent
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Table}: {Rows:N0} rows changed, up to {Key}");
}

/// <summary>A hook of retort.json says something.</summary>
/// <param name="Hook">Its name.</param>
/// <param name="Line">A line of either of its streams.</param>
public sealed record HookSaid(string Hook, string Line) : MigrationEvent
{
    /// <inheritdoc />
    public override string ToString() => $"{Hook}: {Line}";
}
