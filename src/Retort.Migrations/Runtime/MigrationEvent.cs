namespace Retort.Migrations;

/// <summary>Something that happens in a run of revisions; its text is the line that a person reads.</summary>
public abstract record MigrationEvent;

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
