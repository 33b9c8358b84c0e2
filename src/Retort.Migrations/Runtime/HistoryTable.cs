namespace Retort.Migrations;

/// <summary>The table that records each run of a revision, also those that failed: who, when, how long, and from which text.</summary>
public sealed class HistoryTable(Connection connection, TableName name)
{
    /// <summary>Its name where nobody chose another.</summary>
    public const string DefaultName = "retort_history";

    private static readonly Varchar Id = new(32);
    private static readonly Varchar Word = new(9);
    private static readonly Varchar Hash = new(64);
    private static readonly Text Text = new();
    private static readonly Timestamp Instant = new(TimeZone: true);
    private static readonly BigInt Number = new();

    private readonly Table _table = new(
        name,
        [
            new Column("id", new Integer()) { Nullable = false, Autoincrement = true },
            new Column("revision", Id) { Nullable = false },
            new Column("direction", Word) { Nullable = false },
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
        connection.HasTableAsync(name, cancellationToken);

    /// <summary>Creates the table where it is missing.</summary>
    public ValueTask EnsureAsync(CancellationToken cancellationToken = default) =>
        connection.EnsureTableAsync(_table, cancellationToken);

    /// <summary>Records a run.</summary>
    public async ValueTask AddAsync(HistoryEntry entry, CancellationToken cancellationToken = default)
    {
        (string Column, object Value, SqlType Type)[] values =
        [
            ("revision", entry.Revision, Id),
            ("direction", Name(entry.Direction), Word),
            ("who", entry.Who, Text),
            ("started_at", entry.StartedAt, Instant),
            ("milliseconds", (long)entry.Elapsed.TotalMilliseconds, Number),
            ("tool_version", entry.ToolVersion, Text),
            ("content_hash", entry.ContentHash, Hash),
            ("outcome", entry.Outcome, Text),
        ];
        var insert = connection.Write(writer =>
        {
            writer.Write($"INSERT INTO {name} (");
            writer.Names(values.Select(value => value.Column));
            writer.Write(") VALUES (");
            writer.List(values, value => writer.Bind(new ParameterNode(value.Value, value.Type)));
            writer.Write(")");
        });
        await connection.ExecuteAsync(insert, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The content hash with which each revision was last applied. The table must be there.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> AppliedHashesAsync(
        CancellationToken cancellationToken = default
    )
    {
        var query = connection.Write(writer =>
        {
            writer.Write($"SELECT revision, content_hash FROM {name} WHERE direction = ");
            writer.Literal(Name(Direction.Upgrade));
            writer.Write(" AND outcome = ");
            writer.Literal(HistoryEntry.Done);
            writer.Write(" ORDER BY id");
        });
        var hashes = new Dictionary<string, string>();
        foreach (var row in await connection.QueryAsync(query.Text, cancellationToken).ConfigureAwait(false))
            hashes[(string)row[0]!] = (string)row[1]!;
        return hashes;
    }

    private static string Name(Direction direction) => direction is Direction.Upgrade ? "upgrade" : "downgrade";
}

/// <summary>One run of one revision.</summary>
/// <param name="Revision">The id.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Who">User and machine.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="ToolVersion">The version of Retort.Migrations.</param>
/// <param name="ContentHash">The hash of the revision's file when it was compiled.</param>
/// <param name="Outcome"><see cref="Done"/>, or <c>failed: </c> and why.</param>
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
}
