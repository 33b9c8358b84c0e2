using Retort.Migrations;

namespace Retort.Tool;

/// <summary>Says on standard error what a run of revisions does, while it does it.</summary>
internal sealed class RunProgress(Terminal terminal) : IProgress<MigrationEvent>
{
    public void Report(MigrationEvent value)
    {
        if (value is RevisionFinished)
            terminal.Detail($"  {value}");
        else
            terminal.Progress($"  {value}");
    }
}
