using System.Globalization;
using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace Shared;

/// <summary>SQL of the user's own in revisions, on one database.</summary>
public abstract class ExecuteTests : IDisposable
{
    private ScriptedProject? _project;

    protected abstract Engine Engine { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected ScriptedProject Project =>
        _project ??= new ScriptedProject(Engine).Add(
            "a1",
            up: op =>
            {
                op.CreateTable(
                    "t",
                    Column("id", Integer(), nullable: false),
                    Column("ratio", DoublePrecision()),
                    Column("name", Text()),
                    PrimaryKey("id", name: "pk_t")
                );
                op.Execute("INSERT INTO t VALUES (1, 0, 'a'); INSERT INTO t VALUES (2, 1, 'b')");
            }
        );

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        _project?.Dispose();
    }

    public static TheoryData<object> Negatives =>
        [-5, -5L, (short)-5, (sbyte)-5, -5.5m, -5.5, -5.5f, long.MinValue + 1, double.NegativeInfinity];

    [Theory]
    [MemberData(nameof(Negatives))]
    [Row("I2.execute")]
    public async Task A_negative_value_behind_a_minus_makes_no_comment(object value)
    {
        Project.Add("b2", "a1", op => op.Execute($"UPDATE t SET ratio = ratio -{value} WHERE id = 1"));
        await Project.Commands.UpgradeAsync(cancellationToken: Cancellation);

        var ratios = await ColumnAsync<double>("SELECT ratio FROM t ORDER BY id");
        Assert.Equal((float)-Convert.ToDouble(value, CultureInfo.InvariantCulture), (float)ratios[0]);
        Assert.Equal(1, ratios[1]);
    }

    [Fact]
    [Row("I2.execute")]
    public async Task A_constant_between_braces_is_a_value_too()
    {
        const string Name = "a";
        Project.Add(
            "b2",
            "a1",
            op =>
            {
                op.Execute($"DELETE FROM t WHERE name = {Name}");
                op.BatchAlterTable("t", batch => batch.Execute($"UPDATE t SET name = {"a"} WHERE name = 'b'"));
            }
        );
        await Project.Commands.UpgradeAsync(cancellationToken: Cancellation);

        Assert.Equal([Name], await ColumnAsync<string>("SELECT name FROM t"));
    }

    [Fact]
    [Row("I2.execute-empty")]
    public async Task Empty_SQL_is_refused_where_it_is_said()
    {
        Assert.Throws<ArgumentException>(() => new Operations().Execute($"\n"));
        Project.Add("b2", "a1", op => op.Execute(" "));

        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            Project.Commands.UpgradeAsync(cancellationToken: Cancellation)
        );

        Assert.Contains(
            "Upgrade of revision b2 (do b2) threw ArgumentException",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("b2_it.cs\nNothing was run", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("I2.execute-outside")]
    public async Task What_cannot_run_in_a_transaction_says_how_it_can()
    {
        Project.Add("b2", "a1", op => op.Execute("VACUUM"));
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            Project.Commands.UpgradeAsync(cancellationToken: Cancellation)
        );
        Assert.IsType<InTransactionException>(error.InnerException);
        Assert.Contains("op.Autocommit(op => op.Execute(", error.Hint, StringComparison.Ordinal);

        Project.Add("b2", "a1", op => op.Autocommit(op => op.Execute("VACUUM")));
        Assert.Equal(["b2"], (await Project.Commands.UpgradeAsync(cancellationToken: Cancellation)).Heads);
    }

    protected async Task<T[]> ColumnAsync<T>(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        return [.. (await connection.QueryAsync(sql, Cancellation)).Select(row => (T)row[0]!)];
    }
}
