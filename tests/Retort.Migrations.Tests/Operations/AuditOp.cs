using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace HeroApp;

/// <summary>Keeps what is deleted from a table in another one, or not any more.</summary>
public sealed record AuditOp(TableName Table, bool On) : Operation
{
    private Table Log => new($"{Table.Name}_log", Column("id", Integer()), Column("name", Text()));

    private CarriedObject Trigger =>
        new(
            "trigger",
            $"{Table.Name}_deleted",
            $"CREATE TRIGGER {Table.Name}_deleted AFTER DELETE ON {Table.Name} BEGIN INSERT INTO {Log.Name} VALUES (old.id, old.name); END"
        );

    public override string? Destroys => On ? null : "the audit";

    public override Operation Reverse() => new AuditOp(Table, !On);

    public override IEnumerable<DdlElement> ToDdl() =>
        On ? [new CreateTable(Log), new CreateObject(Trigger)] : [new DropObject(Trigger), new DropTable(Log.FullName)];

    public override void Render(CSharpWriter writer) =>
        writer.Call("Audit", CSharpWriter.Literal(Table), On ? "on: true" : "on: false");
}

public static class AuditVerbs
{
    extension(Operations op)
    {
        public void Audit(TableName table, bool on) => op.Add(new AuditOp(table, on));
    }
}
