namespace Retort.Migrations;

/// <summary>What a hook says, line by line: told at once, and the end of it kept for an error.</summary>
internal sealed class HookOutput(string hook, IProgress<MigrationEvent>? progress)
{
    private const int Most = 5;

    private readonly Queue<string> _last = [];

    /// <summary>The last lines.</summary>
    public IReadOnlyList<string> Last
    {
        get
        {
            lock (_last)
                return [.. _last];
        }
    }

    /// <summary>Takes a line from either stream of the program; null ends a stream.</summary>
    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return;
        lock (_last)
        {
            progress?.Report(new HookSaid(hook, line));
            _last.Enqueue(line);
            if (_last.Count > Most)
                _last.Dequeue();
        }
    }
}
