using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace Shared;

/// <summary>Operations run on one database: what they leave behind, there and back.</summary>
public abstract class OperationTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    [Fact]
    [Row("I1.rename")]
    public async Task Constraints_and_indexes_are_renamed_and_rows_stay()
    {
        await RunAsync(op =>
        {
            op.CreateTable("team", Column("id", Integer(), nullable: false), PrimaryKey("id", name: "pk"));
            op.CreateTable(
                "hero",
                Column("id", Integer(), nullable: false),
                Column("name", Text()),
                Column("team_id", Integer()),
                PrimaryKey("id", name: "pk_hero"),
                Unique("name", name: "uq"),
                Check("id > 0", name: "ck"),
                ForeignKey("team_id", "team", "id", name: "fk")
            );
            op.CreateIndex("ix", "hero", [Desc("name")], where: "id > 3");
            op.Execute("INSERT INTO hero (id, name) VALUES (7, 'Deadpond')");
        });
        var renames = await RunAsync(op =>
        {
            op.RenameIndex("ix", "hero", "ix_hero_name");
            op.RenameConstraint("pk", "team", "pk_team");
            op.RenameConstraint("uq", "hero", "uq_hero_name");
            op.RenameConstraint("ck", "hero", "ck_hero_id");
            op.RenameConstraint("fk", "hero", "fk_hero_team");
        });
        var hero = await TableAsync("hero");
        Assert.Equal(
            ["pk_hero", "uq_hero_name", "ck_hero_id", "fk_hero_team"],
            hero.Constraints.Select(each => each.Name)
        );
        Assert.Equal("ix_hero_name", hero.Indexes.Single().Name);
        Assert.NotNull(hero.Indexes.Single().Where);
        Assert.Equal("pk_team", (await TableAsync("team")).PrimaryKey!.Name);
        Assert.Equal(["Deadpond"], await ColumnAsync("SELECT name FROM hero"));

        await RunAsync(Back(renames));
        Assert.Equal(["pk_hero", "uq", "ck", "fk"], (await TableAsync("hero")).Constraints.Select(each => each.Name));
        Assert.Equal("ix", (await TableAsync("hero")).Indexes.Single().Name);
    }

    [Fact]
    [Row("I1.if-exists")]
    public async Task What_is_there_is_left_and_what_is_not_is_not_missed()
    {
        await RunAsync(op => op.CreateTable("hero", Column("id", Integer(), nullable: false), PrimaryKey("id")));
        await RunAsync(op => op.Execute("INSERT INTO hero (id) VALUES (7)"));
        for (var times = 0; times < 2; times++)
            await RunAsync(op =>
            {
                op.CreateTable("hero", ifNotExists: true, Column("other", Text()));
                op.AddColumn("hero", Column("age", Integer(), serverDefault: 3), ifNotExists: true);
                op.AddColumn("hero", Column("name", Text(), nullable: false), fill: "none", ifNotExists: true);
                op.CreateIndex("ix", "hero", ["age"], ifNotExists: true);
                op.Execute("UPDATE hero SET age = age + 1, name = name || '!'");
            });
        Assert.Equal(["none!!"], await ColumnAsync("SELECT name FROM hero WHERE id = 7 AND age = 5"));
        for (var times = 0; times < 2; times++)
            await RunAsync(op =>
            {
                op.DropIndex("ix", "hero", ifExists: true);
                op.DropColumn("hero", "age", ifExists: true);
                op.DropColumn("hero", "name", ifExists: true);
            });
        Assert.Equal(["id"], (await TableAsync("hero")).Columns.Select(column => column.Name));
        for (var times = 0; times < 2; times++)
            await RunAsync(op => op.DropTable("hero", ifExists: true));
    }

    [Fact]
    [Row("I2.if")]
    public async Task Operations_for_one_kind_of_database_are_made_there_and_nowhere_else()
    {
        var (here, elsewhere) = Engine.Dialect.Name is "sqlite" ? ("sqlite", "postgresql") : ("postgresql", "sqlite");
        await RunAsync(op => op.CreateTable("hero", Column("id", Integer(), nullable: false), PrimaryKey("id")));
        var made = await RunAsync(op =>
            op.If(
                here,
                op =>
                {
                    op.AddColumn("hero", Column("name", Text()));
                    op.CreateUniqueConstraint("uq", "hero", "name");
                    op.If(elsewhere, op => op.Execute("nonsense"));
                }
            )
        );
        await RunAsync(op => op.If(elsewhere, op => op.DropTable("hero")));
        Assert.Equal(["id", "name"], (await TableAsync("hero")).Columns.Select(column => column.Name));

        var back = new IfOp(here, [.. ((IfOp)made.Single()).Steps.Take(2)]).Reverse();
        Assert.NotNull(back.Destroys);
        await RunAsync([back]);
        Assert.Equal(["id"], (await TableAsync("hero")).Columns.Select(column => column.Name));
    }

    [Fact]
    [Row("I3.batch-every-database")]
    public async Task A_batch_changes_a_table_on_every_database()
    {
        await RunAsync(op =>
        {
            op.CreateTable("hero", Column("id", Integer(), nullable: false), PrimaryKey("id"));
            op.BatchAlterTable(
                "hero",
                batch =>
                {
                    batch.AddColumn(Column("name", Text(), nullable: false));
                    batch.CreateUniqueConstraint("uq", "name");
                    batch.CreateIndex("ix", ["name", "id"]);
                    batch.SetComment("brave");
                },
                partialReordering:
                [
                    ["name", "id"],
                ]
            );
        });
        var hero = await TableAsync("hero");
        Assert.Equal(["id", "name"], hero.Columns.Select(column => column.Name).Order());
        Assert.Equal(["uq"], hero.UniqueConstraints.Select(unique => unique.Name));
        Assert.Equal(["ix"], hero.Indexes.Select(index => index.Name));
        if (!Engine.Dialect.Ddl.Rebuilds)
        {
            var error = await Assert.ThrowsAsync<SchemaException>(() =>
                RunAsync(op => op.BatchAlterTable("hero", batch => { }, Recreate.Always))
            );
            Assert.Equal("RT0212", error.Code);
        }
    }

    /// <summary>Runs operations as a revision does, in one transaction.</summary>
    /// <returns>The operations.</returns>
    protected async Task<IReadOnlyList<Operation>> RunAsync(Action<Operations> verbs)
    {
        var op = new Operations();
        verbs(op);
        await RunAsync(op.Steps);
        return op.Steps;
    }

    protected static IEnumerable<Operation> Back(IEnumerable<Operation> steps) =>
        steps.Reverse().Select(step => step.Reverse());

    protected async Task RunAsync(IEnumerable<Operation> operations)
    {
        await using var connection = await Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        await connection.BeginAsync(Cancellation);
        await SchemaChanger.ExecuteAsync(connection, [.. operations.SelectMany(each => each.ToDdl())], Cancellation);
        await connection.CommitAsync(Cancellation);
    }

    protected async Task<Table> TableAsync(string name)
    {
        await using var connection = await Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var schema = await connection.Inspector.ReadAsync(new CatalogRequest { Tables = [name] }, Cancellation);
        return schema.Tables.Single();
    }

    protected async Task<string[]> ColumnAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        return [.. (await connection.QueryAsync(sql, Cancellation)).Select(row => (string)row[0]!)];
    }
}
