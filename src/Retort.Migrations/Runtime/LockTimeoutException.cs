namespace Retort.Migrations;

/// <summary>Somebody else kept changing the schema for as long as was waited; nothing was done.</summary>
public sealed class LockTimeoutException : RetortException
{
    internal LockTimeoutException(string database, string? holder, TimeSpan waited)
        : base(
            "RT0721",
            $"{database} is locked by {holder ?? "another process"}, who is changing the schema. Nothing was done after waiting {waited.TotalSeconds:0} s.",
            "Wait until that run ends, or end its process: the lock ends with it. Then run the command again."
        ) => Holder = holder;

    /// <summary>Who has the lock, where that is known.</summary>
    public string? Holder { get; }
}
