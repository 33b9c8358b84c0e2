using Retort.Migrations;

namespace Shared;

/// <summary>Revisions whose methods are given to them.</summary>
public static class Scripted
{
    public static CompiledRevision Revision(
        string id,
        Action<Operations> up,
        Action<Operations>? down = null,
        params string[] after
    ) =>
        new(id, $"hash of {id}", () => new Migrated(up, down ?? (_ => { })))
        {
            Parents = after,
            Message = $"do {id}",
            File = $"{id}_do.cs",
        };

    private sealed class Migrated(Action<Operations> up, Action<Operations> down) : Migration
    {
        public override void Upgrade(Operations op) => up(op);

        public override void Downgrade(Operations op) => down(op);
    }
}
