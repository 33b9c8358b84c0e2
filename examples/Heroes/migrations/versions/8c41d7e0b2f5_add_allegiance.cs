using Retort.Migrations;
using static Retort.Ddl;

namespace Heroes.Migrations;

/// <summary>add allegiance</summary>
[Revision("8c41d7e0b2f5", Message = "add allegiance", Created = "2026-11-21T10:05:00Z")]
[Revises("3f2a9c1b7d04")]
public sealed class AddAllegiance8c41d7e0b2f5 : Migration
{
    /// <inheritdoc />
    public override void Upgrade(Operations op)
    {
        op.AddColumn("hero", Column("allegiance", Varchar(80)));
        op.CreateIndex("ix_hero_allegiance", "hero", ["allegiance"]);
    }

    /// <inheritdoc />
    public override void Downgrade(Operations op)
    {
        op.DropIndex("ix_hero_allegiance", "hero");
        op.DropColumn("hero", "allegiance");
    }
}
