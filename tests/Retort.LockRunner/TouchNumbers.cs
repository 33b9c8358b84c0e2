using Retort.Migrations;

namespace Retort.LockRunner;

/// <summary>Changes each row of a table once, and takes its time.</summary>
[Revision("ba7c4e500001", Message = "touch numbers", Created = "2026-11-21T08:00:00Z")]
public sealed class TouchNumbers : Migration
{
    /// <inheritdoc />
    public override void Upgrade(Operations op) =>
        op.UpdateInBatches(
            "numbers",
            key: "id",
            set: "touched = touched + 1",
            where: "(SELECT pg_sleep(0.005)::text) IS NOT NULL",
            batchSize: 10
        );
}
