using Retort;
using static Retort.Ddl;

namespace Shared;

/// <summary>What a database cannot have is refused by name, before anything is done.</summary>
public abstract class LimitTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    [Fact]
    [Row("M2.too-wide")]
    public async Task A_table_with_too_many_columns_is_refused()
    {
        var columns = Enumerable
            .Range(0, Engine.Dialect.Syntax.MaxColumns + 1)
            .Select(at => Column($"c{at}", Integer()));
        var wide = new MetaData(new Table("narrow", Column("id", Integer())), new Table("wide", [.. columns], null));

        var error = await Assert.ThrowsAsync<SchemaException>(() => Engine.CreateAllAsync(wide, Cancellation));

        Assert.Equal("RT0215", error.Code);
        Assert.Empty((await MetaData.ReflectAsync(Engine, cancellationToken: Cancellation)).Tables);
    }

    [Fact]
    [Row("M2.long-name")]
    public async Task A_name_that_would_be_cut_is_refused()
    {
        var name = new string('é', 40);
        DdlElement[] changes =
        [
            new CreateTable(new Table(name, Column("id", Integer()))),
            new AddColumn("hero", Column(name, Integer())),
            new AddConstraint("hero", Check("id > 0", name)),
            new CreateIndex("hero", TableIndex.On(name, "id")),
            new RenameTable("hero", name),
            new RenameColumn("hero", "id", name),
        ];
        if (Engine.Dialect.Syntax.MaxNameBytes is null)
            await Engine.CreateAllAsync(new MetaData(new Table(name, Column("id", Integer()))), Cancellation);
        else
            Assert.All(
                changes,
                change =>
                    Assert.Equal(
                        "RT0214",
                        Assert.Throws<SchemaException>(() => Engine.Dialect.Ddl.Compile(change)).Code
                    )
            );
    }
}
