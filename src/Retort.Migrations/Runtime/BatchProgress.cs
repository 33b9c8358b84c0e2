namespace Retort.Migrations;

/// <summary>Tells once a second how far a change in batches is, and at its end.</summary>
internal sealed class BatchProgress(
    IProgress<MigrationEvent>? progress,
    TimeProvider clock,
    Revision revision,
    TableName table
)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private long _told = clock.GetTimestamp();
    private RowsChanged? _last;

    public void Add(int rows, string key)
    {
        _last = new RowsChanged(revision, table, (_last?.Rows ?? 0) + rows, key);
        if (clock.GetElapsedTime(_told) < Interval)
            return;
        _told = clock.GetTimestamp();
        progress?.Report(_last);
    }

    public void Finish()
    {
        if (_last is not null)
            progress?.Report(_last);
    }
}
