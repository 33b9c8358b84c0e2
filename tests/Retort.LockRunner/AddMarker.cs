using Retort.Migrations;

namespace Retort.LockRunner;

/// <summary>Leaves a row each time it runs, and takes its time.</summary>
[Revision("0123456789ab", Message = "add marker", Created = "2026-11-21T08:00:00Z")]
public sealed class AddMarker : Migration
{
    /// <inheritdoc />
    public override void Upgrade(Operations op)
    {
        op.Execute("INSERT INTO marker DEFAULT VALUES");
        op.Execute("DO 'BEGIN PERFORM pg_sleep(0.3); END'");
    }
}
