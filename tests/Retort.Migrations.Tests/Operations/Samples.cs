using static Retort.Ddl;

namespace Retort.Migrations.Tests;

/// <summary>Each kind of operation with everything that it can say, and the statement that a revision file has for it.</summary>
internal static class Samples
{
    public static IReadOnlyList<(Action<Operations> Verb, string Text)> All { get; } =
    [
        (
            op =>
                op.CreateTable(
                    "hero",
                    Column("id", BigInt(), nullable: false, autoincrement: true),
                    Column("name", Varchar(80), nullable: false, collation: "NOCASE"),
                    Column("rank", Numeric(10, 2), serverDefault: 1.5m),
                    Column("age", Integer(), serverDefault: -3),
                    Column("note", Text(), serverDefault: "it's \"so\"\n\\"),
                    Column("good", Bool(), serverDefault: true),
                    Column("at", Timestamp(timeZone: true), serverDefault: Now),
                    Column("sum", Integer(), serverDefault: Sql("1 + 1")),
                    Column("shape", Unknown("poly\"gon")),
                    PrimaryKey("id", name: "pk_hero"),
                    Unique(["name", "age"], name: "uq_hero"),
                    Check("age > 0", name: "ck_hero_age"),
                    ForeignKey("age", "team", "id", name: "fk_hero", onDelete: SetNull, onUpdate: Cascade)
                ),
            """"
            op.CreateTable("hero",
                Column("id", BigInt(), nullable: false, autoincrement: true),
                Column("name", Varchar(80), nullable: false, collation: "NOCASE"),
                Column("rank", Numeric(10, 2), serverDefault: 1.5m),
                Column("age", Integer(), serverDefault: -3),
                Column("note", Text(), serverDefault: "it's \"so\"\n\\"),
                Column("good", Bool(), serverDefault: true),
                Column("at", Timestamp(timeZone: true), serverDefault: Now),
                Column("sum", Integer(), serverDefault: Sql("1 + 1")),
                Column("shape", Unknown("poly\"gon")),
                PrimaryKey("id", name: "pk_hero"),
                Unique(["name", "age"], name: "uq_hero"),
                Check("age > 0", name: "ck_hero_age"),
                ForeignKey("age", "team", "id", name: "fk_hero", onDelete: SetNull, onUpdate: Cascade));
            """"
        ),
        (
            op =>
                op.CreateTable(
                    "room",
                    Column(
                        "id",
                        BigInt(),
                        nullable: false,
                        identity: Identity(Always, start: 5, increment: 2, cycle: true)
                    ),
                    Column("old", Integer(), nullable: false, identity: Identity(Serial)),
                    Column("twice", Integer(), computed: Computed("id * 2", stored: true), comment: "it's twice"),
                    Column("thrice", Integer(), computed: Computed("id * 3", isVirtual: true)),
                    Column("mood", Enumeration("mood", ["sad", "it's \"ok\""])),
                    Column("moods", ArrayOf(Enumeration("mood", ["sad"], "app"))),
                    Column("long", Interval()),
                    Column("code", Character(3)),
                    PrimaryKey("id", name: "pk_room", include: ["old"], timing: Deferred),
                    Unique("old", name: "uq_room", nullsNotDistinct: true, include: ["id"], timing: Deferrable),
                    Check("id > 0", name: "ck_room", notValid: true, noInherit: true, comment: "why"),
                    Exclude(
                        [With("id", "="), With(Sql("old + 1"), "<>")],
                        name: "ex_room",
                        method: "gist",
                        where: "id > 1"
                    ),
                    ForeignKey("old", "team", "id", name: "fk_room", timing: Deferred, matchFull: true, notValid: true),
                    Comment("a room"),
                    Options("PARTITION BY RANGE (id)")
                ),
            """"
            op.CreateTable("room",
                Column("id", BigInt(), nullable: false, identity: Identity(Always, start: 5, increment: 2, cycle: true)),
                Column("old", Integer(), nullable: false, identity: Identity(Serial)),
                Column("twice", Integer(), computed: Computed("id * 2", stored: true), comment: "it's twice"),
                Column("thrice", Integer(), computed: Computed("id * 3", isVirtual: true)),
                Column("mood", Enumeration("mood", ["sad", "it's \"ok\""])),
                Column("moods", ArrayOf(Enumeration("mood", ["sad"], "app"))),
                Column("long", Interval()),
                Column("code", Character(3)),
                PrimaryKey("id", name: "pk_room", include: ["old"], timing: Deferred),
                Unique("old", name: "uq_room", nullsNotDistinct: true, include: ["id"], timing: Deferrable),
                Check("id > 0", name: "ck_room", notValid: true, noInherit: true, comment: "why"),
                Exclude([With("id", "="), With(Sql("old + 1"), "<>")], name: "ex_room", method: "gist", where: "id > 1"),
                ForeignKey("old", "team", "id", name: "fk_room", timing: Deferred, matchFull: true, notValid: true),
                Comment("a room"),
                Options("PARTITION BY RANGE (id)"));
            """"
        ),
        (
            op => op.AddConstraint("room", Unique("old", name: "uq", timing: Deferred)),
            """op.AddConstraint("room", Unique("old", name: "uq", timing: Deferred));"""
        ),
        (
            op =>
                op.CreateIndex(
                    "ix",
                    "hero",
                    [
                        By("a", descending: true, nulls: NullsLast, collation: "C", operators: "text_ops"),
                        By(Sql("b"), descending: true),
                    ],
                    method: "gin",
                    include: ["c"],
                    nullsNotDistinct: true,
                    storage: "fillfactor=70",
                    tablespace: "fast",
                    comment: "why"
                ),
            """
            op.CreateIndex("ix",
                "hero",
                [By("a", descending: true, nulls: NullsLast, collation: "C", operators: "text_ops"), By(Sql("b"), descending: true)],
                method: "gin",
                include: ["c"],
                nullsNotDistinct: true,
                storage: "fillfactor=70",
                tablespace: "fast",
                comment: "why");
            """
        ),
        (op => op.SetComment("hero", "brave"), """op.SetComment("hero", "brave");"""),
        (
            op => op.SetComment("hero", null, column: "age", existing: "years"),
            """op.SetComment("hero", null, column: "age", existing: "years");"""
        ),
        (
            op => op.CreateEnum(InSchema("app", "mood"), ["sad", "ok"]),
            """op.CreateEnum(InSchema("app", "mood"), ["sad", "ok"]);"""
        ),
        (op => op.DropEnum("mood"), """op.DropEnum("mood");"""),
        (op => op.AddEnumLabel("mood", "new", before: "ok"), """op.AddEnumLabel("mood", "new", before: "ok");"""),
        (op => op.RenameEnumLabel("mood", "ok", "fine"), """op.RenameEnumLabel("mood", "ok", "fine");"""),
        (op => op.CreateSchema("app"), """op.CreateSchema("app");"""),
        (op => op.DropSchema("app"), """op.DropSchema("app");"""),
        (
            op => op.CreateCarried("function", InSchema("app", "f()"), "CREATE FUNCTION app.f() …;"),
            """
            op.CreateCarried("function",
                InSchema("app", "f()"),
                "CREATE FUNCTION app.f() …;");
            """
        ),
        (op => op.DropCarried("view", "v"), """op.DropCarried("view", "v");"""),
        (
            op => op.DropCarried("trigger", "hero.touched", sql: "DROP TRIGGER touched ON hero"),
            """op.DropCarried("trigger", "hero.touched", sql: "DROP TRIGGER touched ON hero");"""
        ),
        (op => op.DropTable("hero"), """op.DropTable("hero");"""),
        (op => op.DropTable(InSchema("app", "hero")), """op.DropTable(InSchema("app", "hero"));"""),
        (op => op.RenameTable("hero", "champion"), """op.RenameTable("hero", "champion");"""),
        (op => op.AddColumn("hero", Column("age", Integer())), """op.AddColumn("hero", Column("age", Integer()));"""),
        (op => op.DropColumn("hero", "age"), """op.DropColumn("hero", "age");"""),
        (op => op.RenameColumn("hero", "age", "years"), """op.RenameColumn("hero", "age", "years");"""),
        (
            op => op.AlterColumn("hero", "age", nullable: false, existingType: Integer(), existingNullable: true),
            """op.AlterColumn("hero", "age", nullable: false, existingType: Integer(), existingNullable: true);"""
        ),
        (
            op =>
                op.AlterColumn(
                    "hero",
                    "age",
                    type: BigInt(),
                    serverDefault: null,
                    existingType: Integer(),
                    existingServerDefault: Sql("random()")
                ),
            """
            op.AlterColumn("hero",
                "age",
                type: BigInt(),
                serverDefault: null,
                existingType: Integer(),
                existingServerDefault: Sql("random()"));
            """
        ),
        (
            op =>
                op.AlterColumn(
                    "hero",
                    "age",
                    type: Text(),
                    nullable: false,
                    collation: "C",
                    identity: NoIdentity(),
                    @using: "age || ' years'",
                    fill: "0",
                    existingCollation: "",
                    existingIdentity: Identity(Always, start: 3)
                ),
            """
            op.AlterColumn("hero",
                "age",
                type: Text(),
                nullable: false,
                collation: "C",
                identity: NoIdentity(),
                @using: "age || ' years'",
                fill: "0",
                existingCollation: "",
                existingIdentity: Identity(Always, start: 3));
            """
        ),
        (op => op.SetTableOptions("hero", "STRICT", existing: null), """op.SetTableOptions("hero", "STRICT");"""),
        (
            op => op.AddColumn("hero", Column("age", Integer(), nullable: false), fill: 0),
            """op.AddColumn("hero", Column("age", Integer(), nullable: false), fill: 0);"""
        ),
        (
            op => op.SetComment("hero", "why", constraint: "ck", existing: "how"),
            """op.SetComment("hero", "why", constraint: "ck", existing: "how");"""
        ),
        (op => op.SetComment("hero", "why", index: "ix"), """op.SetComment("hero", "why", index: "ix");"""),
        (
            op => op.CreatePrimaryKey("pk_hero", "hero", ["a", "b"]),
            """op.CreatePrimaryKey("pk_hero", "hero", ["a", "b"]);"""
        ),
        (
            op => op.CreateUniqueConstraint("uq_hero_a", "hero", "a"),
            """op.CreateUniqueConstraint("uq_hero_a", "hero", ["a"]);"""
        ),
        (
            op => op.CreateCheckConstraint("ck_hero_a", "hero", "a > 0"),
            """op.CreateCheckConstraint("ck_hero_a", "hero", "a > 0");"""
        ),
        (
            op => op.CreateForeignKey("fk", "hero", "team", "team_id", "id", onDelete: Restrict, onUpdate: SetDefault),
            """op.CreateForeignKey("fk", "hero", "team", ["team_id"], ["id"], onDelete: Restrict, onUpdate: SetDefault);"""
        ),
        (op => op.DropConstraint("fk", "hero"), """op.DropConstraint("fk", "hero");"""),
        (
            op => op.CreateIndex("ix", "hero", ["a", Desc("b"), Sql("lower(c)")], unique: true, where: "a > 0"),
            """op.CreateIndex("ix", "hero", ["a", Desc("b"), Sql("lower(c)")], unique: true, where: "a > 0");"""
        ),
        (op => op.DropIndex("ix", "hero"), """op.DropIndex("ix", "hero");"""),
        (
            op => op.CreateIndex("ix", "hero", ["a"], concurrently: true),
            """op.CreateIndex("ix", "hero", ["a"], concurrently: true);"""
        ),
        (op => op.DropIndex("ix", "hero", concurrently: true), """op.DropIndex("ix", "hero", concurrently: true);"""),
        (
            op => op.CreateUniqueConstraint("uq", "hero", "a", usingIndex: "ix"),
            """op.CreateUniqueConstraint("uq", "hero", ["a"], usingIndex: "ix");"""
        ),
        (
            op => op.CreateCheckConstraint("ck", "hero", "a > 0", notValid: true),
            """op.CreateCheckConstraint("ck", "hero", "a > 0", notValid: true);"""
        ),
        (
            op => op.CreateForeignKey("fk", "hero", "team", "a", "id", notValid: true),
            """op.CreateForeignKey("fk", "hero", "team", ["a"], ["id"], notValid: true);"""
        ),
        (op => op.ValidateConstraint("fk", "hero"), """op.ValidateConstraint("fk", "hero");"""),
        (
            op =>
                op.Autocommit(op =>
                {
                    op.Execute("VACUUM");
                    op.DropTable("hero");
                }),
            """
            op.Autocommit(op =>
            {
                op.Execute("VACUUM");
                op.DropTable("hero");
            });
            """
        ),
        (
            op => op.Run((db, cancel) => db.ExecuteAsync("SELECT 1", cancel).AsTask(), "asks"),
            """op.Run((db, cancel) => db.ExecuteAsync("SELECT 1", cancel).AsTask(), description: "asks");"""
        ),
        (
            op => op.BulkInsert("hero", ["id", "name"], [1, "it's"], [2, null]),
            """
            op.BulkInsert("hero",
                ["id", "name"],
                [1, "it's"],
                [2, null]);
            """
        ),
        (
            op => op.UpdateInBatches("hero", "id", "a = 1", where: "a = 0", batchSize: 500),
            """op.UpdateInBatches("hero", key: "id", set: "a = 1", where: "a = 0", batchSize: 500);"""
        ),
        (op => op.DeleteInBatches("hero", "id"), """op.DeleteInBatches("hero", key: "id");"""),
        (
            op => op.SetObjectComment("enum", "mood", "how it's", existing: "old"),
            """op.SetObjectComment("enum", "mood", "how it's", existing: "old");"""
        ),
        (op => op.Execute("DELETE FROM hero"), """op.Execute("DELETE FROM hero");"""),
        (
            op =>
                op.Execute(
                    $"UPDATE hero SET note = '{{}}', name = {"O'Hara"}, age = {7}, at = {new DateOnly(2026, 11, 21)}, id = {Guid.Empty}, b = {new byte[] { 1 }}, n = {default(object)}, r = {1.50m}"
                ),
            """op.Execute($"UPDATE hero SET note = '{{}}', name = {"O'Hara"}, age = {7}, at = {(global::System.DateOnly.Parse("2026-11-21", null))}, id = {(global::System.Guid.Parse("00000000-0000-0000-0000-000000000000", null))}, b = {(global::System.Convert.FromHexString("01"))}, n = {default(object)}, r = {1.50m}");"""
        ),
    ];
}
