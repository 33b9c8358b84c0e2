namespace Retort.Migrations.Tests.Runtime;

/// <summary>Revisions whose methods are given to them.</summary>
internal static class Scripted
{
    public static CompiledRevision Revision(
        string id,
        Action<Operations> up,
        Action<Operations>? down = null,
        string? after = null,
        string hash = "h1"
    ) =>
        new(id, hash, () => new Migrated(up, down))
        {
            Parents = after is null ? [] : [after],
            Message = $"do {id}",
            File = $"{id}_do.cs",
        };

    /// <summary>A revision that creates a table of its name, and drops it.</summary>
    public static CompiledRevision Table(string id, string? after = null, string hash = "h1") =>
        Revision(
            id,
            op => op.CreateTable(id, Ddl.Column("id", Ddl.Integer(), nullable: false), Ddl.PrimaryKey("id")),
            op => op.DropTable(id),
            after,
            hash
        );

    private sealed class Migrated(Action<Operations> up, Action<Operations>? down) : Migration
    {
        public override void Upgrade(Operations op) => up(op);

        public override void Downgrade(Operations op)
        {
            if (down is null)
                base.Downgrade(op);
            else
                down(op);
        }
    }
}
