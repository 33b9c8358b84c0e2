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
        (
            op => op.AlterEnum("mood", ["ok", "new"], existing: ["sad", "ok"]),
            """op.AlterEnum("mood", ["ok", "new"], existing: ["sad", "ok"]);"""
        ),
        (op => op.RenameEnumLabel("mood", "ok", "fine"), """op.RenameEnumLabel("mood", "ok", "fine");"""),
        (op => op.CreateSchema("app"), """op.CreateSchema("app");"""),
        (op => op.DropSchema("app"), """op.DropSchema("app");"""),
        (
            op => op.CreateSequence(InSchema("app", "number"), Identity(start: 1000, increment: 5), SmallInt()),
            """op.CreateSequence(InSchema("app", "number"), Identity(start: 1000, increment: 5), type: SmallInt());"""
        ),
        (op => op.CreateSequence("number", comment: "why"), """op.CreateSequence("number", comment: "why");"""),
        (
            op => op.AlterSequence("number", Identity(cache: 20), BigInt(), Identity(increment: 5), SmallInt()),
            """
            op.AlterSequence("number",
                Identity(cache: 20),
                type: BigInt(),
                existing: Identity(increment: 5),
                existingType: SmallInt());
            """
        ),
        (op => op.DropSequence("number"), """op.DropSequence("number");"""),
        (op => op.CreateExtension("citext", schema: "app"), """op.CreateExtension("citext", schema: "app");"""),
        (op => op.DropExtension("citext"), """op.DropExtension("citext");"""),
        (
            op =>
                op.CreateDomain(
                    "email",
                    Text(),
                    nullable: false,
                    serverDefault: "a@b",
                    collation: "C",
                    checks: [Check("VALUE LIKE '%@%'", name: "has_at")],
                    comment: "why"
                ),
            """
            op.CreateDomain("email",
                Text(),
                nullable: false,
                serverDefault: "a@b",
                collation: "C",
                checks: [Check("VALUE LIKE '%@%'", name: "has_at")],
                comment: "why");
            """
        ),
        (
            op =>
                op.AlterDomain(
                    "email",
                    nullable: true,
                    serverDefault: null,
                    drop: [Check("VALUE > ''", name: "a")],
                    add: [Check("VALUE > ' '", name: "a")],
                    existingServerDefault: "x"
                ),
            """
            op.AlterDomain("email",
                nullable: true,
                serverDefault: null,
                drop: [Check("VALUE > ''", name: "a")],
                add: [Check("VALUE > ' '", name: "a")],
                existingServerDefault: "x");
            """
        ),
        (op => op.DropDomain("email"), """op.DropDomain("email");"""),
        (
            op => op.CreateView("v", "SELECT 1", columns: ["a"], materialized: true, comment: "why"),
            """op.CreateView("v", "SELECT 1", columns: ["a"], materialized: true, comment: "why");"""
        ),
        (
            op => op.ReplaceView(InSchema("app", "v"), "SELECT 1"),
            """op.ReplaceView(InSchema("app", "v"), "SELECT 1");"""
        ),
        (op => op.DropView("v", materialized: true), """op.DropView("v", materialized: true);"""),
        (
            op => op.CreateFunction(InSchema("app", "f()"), "CREATE FUNCTION app.f() …;"),
            """
            op.CreateFunction(InSchema("app", "f()"),
                "CREATE FUNCTION app.f() …;");
            """
        ),
        (
            op => op.ReplaceFunction("f()", "CREATE OR REPLACE FUNCTION f() …;", dropSql: "DROP FUNCTION f()"),
            """
            op.ReplaceFunction("f()",
                "CREATE OR REPLACE FUNCTION f() …;",
                dropSql: "DROP FUNCTION f()");
            """
        ),
        (op => op.DropFunction("f()"), """op.DropFunction("f()");"""),
        (
            op => op.CreateTrigger("hero.touched", "CREATE TRIGGER touched …;"),
            """
            op.CreateTrigger("hero.touched",
                "CREATE TRIGGER touched …;");
            """
        ),
        (
            op => op.ReplaceTrigger("hero.touched", "CREATE TRIGGER touched …;"),
            """
            op.ReplaceTrigger("hero.touched",
                "CREATE TRIGGER touched …;");
            """
        ),
        (
            op => op.DropTrigger("hero.touched", sql: "DROP TRIGGER touched ON hero"),
            """op.DropTrigger("hero.touched", sql: "DROP TRIGGER touched ON hero");"""
        ),
        (
            op => op.CreateCarried("procedure", InSchema("app", "p()"), "CREATE PROCEDURE app.p() …;"),
            """
            op.CreateCarried("procedure",
                InSchema("app", "p()"),
                "CREATE PROCEDURE app.p() …;");
            """
        ),
        (
            op => op.ReplaceCarried("policy", "hero.own", "CREATE POLICY own ON hero …;"),
            """
            op.ReplaceCarried("policy",
                "hero.own",
                "CREATE POLICY own ON hero …;");
            """
        ),
        (op => op.DropCarried("view", "v"), """op.DropCarried("view", "v");"""),
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
        (
            op => op.CreateTable("hero", ifNotExists: true, Column("id", Integer())),
            """
            op.CreateTable("hero",
                ifNotExists: true,
                Column("id", Integer()));
            """
        ),
        (op => op.DropTable("hero", ifExists: true), """op.DropTable("hero", ifExists: true);"""),
        (
            op => op.AddColumn("hero", Column("age", Integer()), ifNotExists: true),
            """op.AddColumn("hero", Column("age", Integer()), ifNotExists: true);"""
        ),
        (op => op.DropColumn("hero", "age", ifExists: true), """op.DropColumn("hero", "age", ifExists: true);"""),
        (
            op => op.CreateIndex("ix", "hero", ["a"], ifNotExists: true),
            """op.CreateIndex("ix", "hero", ["a"], ifNotExists: true);"""
        ),
        (op => op.DropIndex("ix", "hero", ifExists: true), """op.DropIndex("ix", "hero", ifExists: true);"""),
        (op => op.RenameConstraint("uq", "hero", "uq_hero"), """op.RenameConstraint("uq", "hero", "uq_hero");"""),
        (op => op.RenameIndex("ix", "hero", "ix_hero"), """op.RenameIndex("ix", "hero", "ix_hero");"""),
        (
            op =>
                op.If(
                    "postgresql",
                    op =>
                    {
                        op.CreateExtension("citext");
                        op.If("sqlite", op => op.CreateTable("hero", Column("id", Integer())));
                    }
                ),
            """
            op.If("postgresql", op =>
            {
                op.CreateExtension("citext");
                op.If("sqlite", op =>
                {
                    op.CreateTable("hero",
                        Column("id", Integer()));
                });
            });
            """
        ),
        (
            op =>
                op.BatchAlterTable(
                    "hero",
                    batch =>
                    {
                        batch.AddColumn(Column("age", Integer()), fill: 3);
                        batch.AlterColumn("hero", nullable: true, existingNullable: false);
                        batch.RenameColumn("a", "b");
                        batch.DropColumn("hero");
                        batch.CreateIndex("hero", ["b"], unique: true);
                        batch.CreateForeignKey("fk", "hero", "b", "id");
                        batch.AddConstraint(Unique("b", name: "uq", timing: Deferred));
                        batch.SetTableOptions("STRICT");
                        batch.Execute($"DELETE FROM hero WHERE a = {3}");
                    },
                    recreate: Recreate.Always,
                    copyFrom: new Table("hero", Column("a", Integer()), Column("hero", Integer(), nullable: false)),
                    tableArgs: [Check("a > 0", name: "ck")],
                    partialReordering:
                    [
                        ["age", "b"],
                    ],
                    namingConvention: new NamingConvention { Unique = "u_%(column_0_name)s" }
                ),
            """
            op.BatchAlterTable("hero", batch =>
            {
                batch.AddColumn(Column("age", Integer()), fill: 3);
                batch.AlterColumn("hero", nullable: true, existingNullable: false);
                batch.RenameColumn("a", "b");
                batch.DropColumn("hero");
                batch.CreateIndex("hero", ["b"], unique: true);
                batch.CreateForeignKey("fk", "hero", ["b"], ["id"]);
                batch.AddConstraint(Unique("b", name: "uq", timing: Deferred));
                batch.SetTableOptions("STRICT");
                batch.Execute($"DELETE FROM hero WHERE a = {3}");
            },
                recreate: Recreate.Always,
                copyFrom: new global::Retort.Table("hero", Column("a", Integer()), Column("hero", Integer(), nullable: false)),
                tableArgs: [Check("a > 0", name: "ck")],
                partialReordering: [["age", "b"]],
                namingConvention: new global::Retort.NamingConvention { Unique = "u_%(column_0_name)s" });
            """
        ),
        (
            op =>
                op.BatchAlterTable(
                    InSchema("app", "hero"),
                    batch => batch.AddColumn(Column("a", Text())),
                    Recreate.Never
                ),
            """
            op.BatchAlterTable(InSchema("app", "hero"), batch =>
            {
                batch.AddColumn(Column("a", Text()));
            }, recreate: Recreate.Never);
            """
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
