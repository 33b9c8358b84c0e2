namespace Retort.Migrations.Tests.Runtime;

/// <summary>Who says how a run goes: caller, environment class or settings.</summary>
public sealed class RunSettingsTests
{
    [Theory]
    [Row("L2.mode")]
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

    [Theory]
    [Row("L1.timeout")]
    [InlineData(null, null, null)]
    [InlineData(null, 3, 3)]
    [InlineData(60, 3, 60)]
    public void How_long_to_wait_is_what_the_caller_says(int? passed, int? coded, int? seconds)
    {
        var options = new MigrationOptions { LockTimeout = Seconds(passed) }.With(new Coded(null, Seconds(coded)));
        Assert.Equal(Seconds(seconds), options.LockTimeout);

        static TimeSpan? Seconds(int? number) => number is { } known ? TimeSpan.FromSeconds(known) : null;
    }

    private sealed class Coded(TransactionMode? mode, TimeSpan? wait = null) : MigrationEnvironment
    {
        public override MetaData TargetMetaData => new();

        public override TransactionMode? Transactions => mode;

        public override TimeSpan? LockTimeout => wait;
    }
}
