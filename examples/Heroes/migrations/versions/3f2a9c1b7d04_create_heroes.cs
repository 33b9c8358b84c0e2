using Retort.Migrations;
using static Retort.Ddl;

namespace Heroes.Migrations;

/// <summary>create heroes</summary>
[Revision("3f2a9c1b7d04", Message = "create heroes", Created = "2026-11-21T10:00:00Z")]
public sealed class CreateHeroes3f2a9c1b7d04 : Migration
{
    /// <inheritdoc />
    public override void Upgrade(Operations op)
    {
        op.CreateTable(
            "hero",
            Column("id", Uuid(), nullable: false),
            Column("name", Varchar(80), nullable: false),
            Column("secret_name", Text(), nullable: false),
            Column("age", Integer()),
            Column("powers", Json()),
            Column("attributes_data", Json()),
            PrimaryKey("id", name: "pk_hero")
        );
        op.CreateIndex("ix_hero_name", "hero", ["name"]);
        op.CreateIndex("ix_hero_age", "hero", ["age"]);
    }

    /// <inheritdoc />
    public override void Downgrade(Operations op)
    {
        op.DropIndex("ix_hero_age", "hero");
        op.DropIndex("ix_hero_name", "hero");
        op.DropTable("hero");
    }
}
