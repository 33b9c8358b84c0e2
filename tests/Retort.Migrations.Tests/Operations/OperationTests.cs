using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Retort.Migrations.Tests.Scripts;
using static Retort.Ddl;

namespace Retort.Migrations.Tests;

public sealed class OperationTests
{
    public static TheoryData<string> Texts => [.. Samples.All.Select(sample => sample.Text)];

    [Fact, Row("I4.every-kind")]
    public void There_is_a_sample_of_each_kind() =>
        Assert.Equal(
            typeof(Operation).Assembly.GetTypes().Where(IsKind).Select(kind => kind.Name).Order(),
            Samples.All.Select(sample => Made(sample.Verb).GetType().Name).Distinct().Order()
        );

    [Theory, MemberData(nameof(Texts)), Row("I4.rendering")]
    public void An_operation_is_rendered_as_a_person_would_write_it(string text) =>
        Assert.Equal(text, Made(Samples.All.Single(sample => sample.Text == text).Verb).ToString());

    [Fact, Row("I4.rendering")]
    public void What_is_rendered_makes_the_same_operation_again()
    {
        var type = Compilation
            .Load([Revision(string.Join('\n', Samples.All.Select(sample => sample.Text)))])
            .GetType("R");
        var again = new Operations();
        ((Migration)Activator.CreateInstance(type!)!).Upgrade(again);

        Assert.Equal(Samples.All.Select(sample => sample.Text), again.Steps.Select(step => step.ToString()));
        Assert.Equal(Samples.All.SelectMany(sample => Sql(Made(sample.Verb))), again.Steps.SelectMany(Sql));
    }

    [Fact, Row("I4.inverse")]
    public void What_says_enough_reverses_into_its_opposite_and_back()
    {
        Operation[] reversible =
        [
            Made(op => op.CreateTable("hero", Column("id", Integer()))),
            new RenameTableOp("hero", "champion"),
            new AddColumnOp("hero", Column("age", Integer())),
            new RenameColumnOp("hero", "age", "years"),
            new AlterColumnOp("hero", "age")
            {
                Type = BigInt(),
                Nullable = false,
                ServerDefault = 3,
                ExistingType = Integer(),
                ExistingNullable = true,
                ExistingServerDefault = (string?)null,
            },
            AddConstraintOp.Of("hero", PrimaryKey("id", "pk")),
            AddConstraintOp.Of("hero", Unique("id", "uq")),
            AddConstraintOp.Of("hero", Check("id > 0", "ck")),
            AddConstraintOp.Of("hero", ForeignKey("id", "team", "id", "fk")),
            new CreateIndexOp("hero", TableIndex.On("ix", "id")),
            new CreateIndexOp("hero", TableIndex.On("ix", "id")) { IfNotExists = true },
            Made(op => op.CreateTable("hero", ifNotExists: true, Column("id", Integer()))),
            new AddColumnOp("hero", Column("age", Integer())) { IfNotExists = true },
            Made(op =>
                op.If(
                    "postgresql",
                    op =>
                    {
                        op.RenameTable("hero", "champion");
                        op.RenameColumn("champion", "age", "years");
                    }
                )
            ),
            Made(op =>
                op.BatchAlterTable(
                    "hero",
                    batch =>
                    {
                        batch.AddColumn(Column("age", Integer()));
                        batch.RenameColumn("age", "years");
                    },
                    recreate: Recreate.Always
                )
            ),
            new RenameConstraintOp("hero", "uq", "uq_hero"),
            new RenameIndexOp("hero", "ix", "ix_hero"),
            new CreateSequenceOp(new SequenceDefinition("number") { Counting = Identity(start: 5) }),
            new AlterSequenceOp(new SequenceDefinition("number") { Counting = Identity(start: 5) })
            {
                Existing = new SequenceDefinition("number"),
            },
            new AlterEnumOp("mood", ["ok"]) { Existing = ["sad", "ok"] },
            new CreateExtensionOp(new ExtensionDefinition("citext", "app")),
            new CreateDomainOp(new DomainDefinition("email", Text())),
            new AlterDomainOp("email")
            {
                Nullable = true,
                ServerDefault = "x",
                Add = [Check("VALUE > ''", name: "a")],
                ExistingServerDefault = (string?)null,
            },
            new CreateViewOp(new ViewDefinition("v", "SELECT 1")),
            new ReplaceViewOp(new ViewDefinition("v", "SELECT 2")) { Replaced = new ViewDefinition("v", "SELECT 1") },
            new CreateCarriedOp(new CarriedObject("function", "f()", "CREATE FUNCTION f() …")),
            new ReplaceCarriedOp(new CarriedObject("function", "f()", "CREATE OR REPLACE FUNCTION f() … 2"))
            {
                Replaced = new CarriedObject("function", "f()", "CREATE OR REPLACE FUNCTION f() … 1"),
            },
            new CreateIndexOp("hero", TableIndex.On("ix", "id")) { Concurrently = true },
            new AutocommitOp([new RenameTableOp("hero", "champion"), new RenameTableOp("team", "squad")]),
        ];
        Assert.All(
            reversible,
            operation =>
            {
                Assert.NotEqual(operation.ToString(), operation.Reverse().ToString());
                Assert.Equal(operation.ToString(), operation.Reverse().Reverse().ToString());
            }
        );
    }

    [Fact, Row("I4.inverse")]
    public void What_says_too_little_refuses_and_says_what_is_missing()
    {
        Operation[] irreversible =
        [
            new DropTableOp("hero"),
            new DropColumnOp("hero", "age"),
            new DropConstraintOp("hero", "fk"),
            new DropIndexOp("hero", "ix"),
            new AlterColumnOp("hero", "age") { Nullable = true },
            new ExecuteOp("DELETE FROM hero"),
            new DropSequenceOp("number"),
            new BatchAlterTableOp("hero", []) { CopyFrom = new Table("hero", Column("id", Integer())) },
            new BatchAlterTableOp("hero", []) { TableArgs = [Unique("id", "uq")] },
            new AlterEnumOp("mood", ["ok"]),
            new AddEnumLabelOp("mood", "sad", null),
            new AlterSequenceOp(new SequenceDefinition("number")),
            new DropDomainOp("email"),
            new AlterDomainOp("email") { ServerDefault = "x" },
            new DropViewOp("v"),
            new ReplaceViewOp(new ViewDefinition("v", "SELECT 1")),
            new ReplaceCarriedOp(new CarriedObject("function", "f()", "CREATE FUNCTION f() …")),
            new RunOp((_, _) => Task.CompletedTask, "(_, _) => Task.CompletedTask"),
            new BulkInsertOp(
                "hero",
                ["id"],
                [
                    [1],
                ]
            ),
            new UpdateInBatchesOp("hero", "id", "age = 1"),
            new DeleteInBatchesOp("hero", "id"),
            new ValidateConstraintOp("hero", "fk"),
        ];
        Assert.All(
            irreversible,
            operation =>
            {
                var error = Assert.Throws<IrreversibleOperationException>(operation.Reverse);
                Assert.Contains(operation.ToString(), error.Message);
                Assert.Contains("Downgrade", error.Hint);
            }
        );
    }

    [Fact, Row("I4.destructive")]
    public void What_loses_data_says_so() =>
        Assert.Equal(
            [
                "AlterEnumOp",
                "AutocommitOp",
                "BatchAlterTableOp",
                "DeleteInBatchesOp",
                "DropColumnOp",
                "DropSequenceOp",
                "DropTableOp",
            ],
            Samples
                .All.Select(sample => Made(sample.Verb))
                .Where(operation => operation.Destroys is not null)
                .Select(operation => operation.GetType().Name)
                .Distinct()
                .Order()
        );

    [Fact, Row("I2.execute")]
    public void Values_in_SQL_are_exact_literals()
    {
        var id = Guid.Parse("0193a7c0-0000-7000-8000-00000000abcd");
        var at = new DateTimeOffset(2026, 11, 21, 11, 0, 0, TimeSpan.FromHours(1));
        byte[] bytes = [1, 255];
        string? nothing = null;

        var made = Made(op =>
            op.Execute($"VALUES ({"O'Hara; --"}, {-7L}, {1.50m}, {id}, {at}, {bytes}, {nothing}, {true})")
        );

        Assert.Equal(
            [
                "VALUES ('O''Hara; --', (-7), 1.50, '0193a7c0-0000-7000-8000-00000000abcd', '2026-11-21 10:00:00.000000+00:00', X'01FF', NULL, TRUE)",
            ],
            Sql(made)
        );
    }

    [Fact, Row("I4.rendering")]
    public void Any_text_survives_as_a_literal() =>
        Prop.ForAll<string>(text =>
            {
                var literal = CSharp.Literal(text ?? "");
                var parsed = (LiteralExpressionSyntax)SyntaxFactory.ParseExpression(literal);
                return parsed.Token.ValueText == (text ?? "") && !literal.Any(char.IsControl);
            })
            .QuickCheckThrowOnFailure();

    [Fact, Row("I4.own")]
    public void A_user_adds_a_kind_of_operation_with_the_same_few_members()
    {
        var operations = new Operations();
        operations.Vacuum();
        Assert.Equal(["VACUUM"], operations.Steps.SelectMany(Sql));
        Assert.Equal("op.Vacuum();", operations.Steps[0].ToString());
    }

    private static bool IsKind(Type type) => type.IsSubclassOf(typeof(Operation)) && !type.IsAbstract;

    private static Operation Made(Action<Operations> verb)
    {
        var operations = new Operations();
        verb(operations);
        return Assert.Single(operations.Steps);
    }

    [Fact, Row("I2.code")]
    public void Code_can_be_in_no_script()
    {
        var error = Assert.Throws<NotScriptableException>(() =>
            Made(op => op.Run((_, _) => Task.CompletedTask, "counts heroes")).ToDdl()
        );

        Assert.Equal("RT0751", error.Code);
        Assert.Contains("counts heroes", error.Message);
    }

    private static IEnumerable<string> Sql(Operation operation) =>
        SqliteDialect
            .Instance.Ddl.Here(operation is RunOp ? [] : operation.ToDdl())
            .Where(change => change is not (AlterColumn or AlterEnum or AlterTable))
            .Select(SqliteDialect.Instance.Ddl.Compile);

    private static string Revision(string statements) =>
        $$"""
            using Retort.Migrations;
            using static Retort.Ddl;

            internal sealed class R : Migration
            {
                public override void Upgrade(Operations op)
                {
            {{statements}}
                }
            }
            """;
}

/// <summary>An operation of a user's own.</summary>
internal sealed record VacuumOp : Operation
{
    public override Operation Reverse() => this;

    public override IEnumerable<DdlElement> ToDdl() => [new ExecuteSql(["VACUUM"], [])];

    public override void Render(CSharpWriter writer) => writer.Call("Vacuum");
}

internal static class VacuumVerb
{
    extension(Operations op)
    {
        public void Vacuum() => op.Add(new VacuumOp());
    }
}
