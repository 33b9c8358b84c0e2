namespace Retort.Migrations.Tests.Runtime;

/// <summary>Who says which transactions the revisions of a run have.</summary>
[Row("L2.mode")]
public sealed class TransactionModeTests
{
    [Theory]
    [InlineData(null, null, TransactionMode.Revision)]
    [InlineData("revision", null, TransactionMode.Revision)]
    [InlineData("all", null, TransactionMode.All)]
    [InlineData("none", null, TransactionMode.None)]
    [InlineData("none", TransactionMode.All, TransactionMode.All)]
    public void The_environment_goes_before_the_settings(string? setting, TransactionMode? coded, TransactionMode mode)
    {
        var config = new MigrationsConfig(".") { Transactions = setting };
        var context = new CommandContext(config) { Environment = new Coded(coded) };
        Assert.Equal(mode, context.Options.Transactions);
    }

    private sealed class Coded(TransactionMode? mode) : MigrationEnvironment
    {
        public override MetaData TargetMetaData => new();

        public override TransactionMode? Transactions => mode;
    }
}
