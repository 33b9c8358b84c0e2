namespace Retort.Migrations;

/// <summary>The table that records each run of a revision, also those that failed: who, when, how long, and from which text.</summary>
public sealed class HistoryTable(Connection connection, TableName name)
{
    /// <summary>Its name where nobody chose another.</summary>
    public const string DefaultName = "retort_history";

    private static readonly Varchar Id = new(32);
    private static readonly Varchar Short = new(9);
    private static readonly Varchar Hash = new(64);
    private static readonly Text Text = new();
    private static readonly Timestamp Instant = new(TimeZone: true);
    private static readonly BigInt Number = new();

    /// <summary>The outcomes after which nothing is left of what was done of a revision in part.</summary>
    internal static IReadOnlyList<string> Ends { get; } = [HistoryEntry.Done, HistoryEntry.Stamped];

    /// <summary>Its name.</summary>
    internal TableName Name { get; } = name;

    /// <summary>What it is like.</summary>
    internal static Table Define(TableName name) =>
        new(
            name,
            [
                new Column("id", new Integer()) { Nullable = false, Autoincrement = true },
                new Column("revision", Id) { Nullable = false },
                new Column("direction", Short) { Nullable = false },
                new Column("who", Text) { Nullable = false },
                new Column("started_at", Instant) { Nullable = false },
                new Column("milliseconds", Number) { Nullable = false },
                new Column("tool_version", Text) { Nullable = false },
                new Column("content_hash", Hash) { Nullable = false },
                new Column("outcome", Text) { Nullable = false },
                new PrimaryKeyConstraint(null, "id"),
            ]
        );

    /// <summary>Whether the table is there.</summary>
    public ValueTask<bool> ExistsAsync(CancellationToken cancellationToken = default) =>
        connection.HasTableAsync(Name, cancellationToken);

    /// <summary>Creates the table where it is missing.</summary>
    public ValueTask EnsureAsync(CancellationToken cancellationToken = default) =>
        connection.EnsureTableAsync(Define(Name), cancellationToken);

    /// <summary>Records a run.</summary>
    public async ValueTask AddAsync(HistoryEntry entry, CancellationToken cancellationToken = default)
    {
        var insert = connection.Write(writer => Write(writer, Name, entry));
        await connection.ExecuteAsync(insert, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The statement that records a run.</summary>
    /// <param name="writer">Writes it.</param>
    /// <param name="name">The table.</param>
    /// <param name="entry">The run.</param>
    /// <param name="startedAt">When it began, in SQL; null: as <paramref name="entry"/> says.</param>
    internal static void Write(SqlWriter writer, TableName name, HistoryEntry entry, RawSql? startedAt = null)
    {
        (string Column, object Value, SqlType Type)[] values =
        [
            ("revision", entry.Revision, Id),
            ("direction", Word(entry.Direction), Short),
            ("who", entry.Who, Text),
            ("started_at", startedAt ?? (object)entry.StartedAt, Instant),
            ("milliseconds", (long)entry.Elapsed.TotalMilliseconds, Number),
            ("tool_version", entry.ToolVersion, Text),
            ("content_hash", entry.ContentHash, Hash),
            ("outcome", entry.Outcome, Text),
        ];
        writer.Write($"INSERT INTO {name} (");
        writer.Names(values.Select(value => value.Column));
        writer.Write(") VALUES (");
        writer.List(
            values,
            value =>
            {
                if (value.Value is RawSql sql)
                    writer.Write(sql);
                else
                    writer.Bind(new ParameterNode(value.Value, value.Type));
            }
        );
        writer.Write(")");
    }

    /// <summary>The content hash with which each revision was last applied. The table must be there.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> AppliedHashesAsync(
        CancellationToken cancellationToken = default
    )
    {
        var query = connection.Write(writer =>
        {
            writer.Write($"SELECT revision, content_hash FROM {Name} WHERE direction = ");
            writer.Literal(Word(Direction.Upgrade));
            writer.Write(" AND outcome = ");
            writer.Literal(HistoryEntry.Done);
            writer.Write(" ORDER BY id");
        });
        var hashes = new Dictionary<string, string>();
        foreach (var row in await connection.QueryAsync(query.Text, cancellationToken).ConfigureAwait(false))
            hashes[(string)row[0]!] = (string)row[1]!;
        return hashes;
    }

    /// <summary>The revisions that the lines leave applied, in the order in which they were. The table must be there.</summary>
    internal async ValueTask<IReadOnlyList<string>> AppliedAsync(CancellationToken cancellationToken)
    {
        var query = connection.Write(writer =>
        {
            writer.Write($"SELECT revision, direction FROM {Name} WHERE outcome IN (");
            writer.List(Ends, writer.Literal);
            writer.Write(") ORDER BY id");
        });
        var applied = new List<string>();
        foreach (var row in await connection.QueryAsync(query.Text, cancellationToken).ConfigureAwait(false))
        {
            applied.Remove((string)row[0]!);
            if ((string)row[1]! == Word(Direction.Upgrade))
                applied.Add((string)row[0]!);
        }
        return applied;
    }

    /// <summary>The lines about parts of revisions that were neither done as a whole nor stamped since, oldest first. The table must be there.</summary>
    /// <param name="revision">Of one revision; null: of all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal async ValueTask<IReadOnlyList<PartLine>> PartsAsync(string? revision, CancellationToken cancellationToken)
    {
        var query = connection.Write(writer =>
        {
            writer.Write($"SELECT id, revision, direction, outcome FROM {Name} WHERE (outcome IN (");
            writer.List(Ends, writer.Literal);
            writer.Write(") OR outcome LIKE 'part %')");
            if (revision is not null)
            {
                writer.Write(" AND revision = ");
                writer.Literal(revision);
            }
            writer.Write(" ORDER BY id");
        });
        var parts = new List<PartLine>();
        foreach (var row in await connection.QueryAsync(query.Text, cancellationToken).ConfigureAwait(false))
        {
            var id = (string)row[1]!;
            var direction = (string)row[2]! == Word(Direction.Upgrade) ? Direction.Upgrade : Direction.Downgrade;
            if (Ends.Contains((string)row[3]!))
                parts.RemoveAll(part => part.Revision == id);
            else if (JournalEntry.Parse(Convert.ToInt64(row[0], null), (string)row[3]!) is { } entry)
                parts.Add(new(id, direction, entry));
        }
        return parts;
    }

    /// <summary>The number of the line that this connection has added last.</summary>
    internal async ValueTask<long> LastAsync(CancellationToken cancellationToken) =>
        await connection
            .ScalarAsync<long>(
                connection.Write(writer => writer.Write($"SELECT max(id) FROM {Name}")),
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <summary>Says how a run goes on that has a line already.</summary>
    internal async ValueTask SetOutcomeAsync(
        long id,
        string outcome,
        TimeSpan elapsed,
        CancellationToken cancellationToken
    )
    {
        var update = connection.Write(writer =>
        {
            writer.Write($"UPDATE {Name} SET outcome = ");
            writer.Bind(new ParameterNode(outcome, Text));
            writer.Write(", milliseconds = ");
            writer.Bind(new ParameterNode((long)elapsed.TotalMilliseconds, Number));
            writer.Write(" WHERE id = ");
            writer.Bind(new ParameterNode(id, Number));
        });
        await connection.ExecuteAsync(update, cancellationToken).ConfigureAwait(false);
    }

    internal static string Word(Direction direction) => direction is Direction.Upgrade ? "upgrade" : "downgrade";
}

/// <summary>One run of one revision.</summary>
/// <param name="Revision">The id.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Who">User and machine.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="ToolVersion">The version of Retort.Migrations.</param>
/// <param name="ContentHash">The hash of the revision's file when it was compiled.</param>
/// <param name="Outcome"><see cref="Done"/>, <see cref="Stamped"/>, or <c>failed: </c> and why.</param>
public sealed record HistoryEntry(
    string Revision,
    Direction Direction,
    string Who,
    DateTimeOffset StartedAt,
    TimeSpan Elapsed,
    string ToolVersion,
    string ContentHash,
    string Outcome
)
{
    /// <summary>The outcome of a run that was committed.</summary>
    public const string Done = "done";

    /// <summary>The outcome of a version row that was written without running anything.</summary>
    public const string Stamped = "stamped";
}
