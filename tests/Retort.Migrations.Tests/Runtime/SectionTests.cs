namespace Retort.Migrations.Tests.Runtime;

/// <summary>What an application knows of its sections.</summary>
[Row("H3.sections")]
public sealed class SectionTests
{
    private static readonly MigrationsConfig Config = new("/");

    static SectionTests()
    {
        RevisionRegistry.RegisterEnvironment(static () => new Billing(), "billing");
        RevisionRegistry.RegisterEnvironment(static () => new Test(), "billing_test");
        RevisionRegistry.RegisterEnvironment(static () => new Test(), "twice");
        RevisionRegistry.RegisterEnvironment(static () => new Billing(), "twice");
        RevisionRegistry.Register(new("in_billing", "", static () => null!) { Section = "billing" });
    }

    [Fact]
    public void A_section_has_its_own_environment_class_or_that_of_the_history()
    {
        var sharing = Config with { RevisionSection = "billing" };
        Assert.Equal(
            typeof(Billing).ToString(),
            $"{CommandContext.ForApplication(sharing with { Section = "billing" }).Environment}"
        );
        Assert.Equal(
            typeof(Billing).ToString(),
            $"{CommandContext.ForApplication(sharing with { Section = "staging" }).Environment}"
        );
        Assert.Equal(
            typeof(Test).ToString(),
            $"{CommandContext.ForApplication(sharing with { Section = "billing_test" }).Environment}"
        );
        Assert.Null(CommandContext.ForApplication(Config with { RevisionSection = "none" }).Environment);
    }

    [Fact]
    public void A_section_has_its_own_revisions()
    {
        Assert.Equal("in_billing", Assert.Single(RevisionRegistry.RevisionsOf("billing")).Id);
        Assert.Empty(CommandContext.ForApplication(Config with { RevisionSection = "none" }).Compiled!);
        Assert.DoesNotContain(RevisionRegistry.RevisionsOf(null), revision => revision.Id == "in_billing");
    }

    [Fact]
    public void The_environment_class_knows_what_was_passed()
    {
        var arguments = MigrationArguments.Parse(["tenant=acme"]);
        var context = CommandContext.ForApplication(Config with { RevisionSection = "billing" }, arguments: arguments);
        Assert.Equal("sqlite:///acme.db", context.Environment!.Url);
        Assert.Same(arguments, context.Options.Arguments);
    }

    [Fact]
    public void Two_environment_classes_of_one_section_are_an_error_that_names_them()
    {
        var error = Assert.Throws<MigrationException>(() => RevisionRegistry.CreateEnvironment("twice"));
        Assert.Equal("RT0712", error.Code);
        Assert.Contains("for [Section(\"twice\")]: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_names_an_unknown_section_is_told_which_there_are()
    {
        await using var engine = Engine.Create(SqliteDialect.Instance, "Data Source=:memory:");
        var error = await Assert.ThrowsAsync<MigrationException>(() =>
            engine.MigrateAsync(
                options: new() { Section = "none" },
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
        Assert.Equal("RT0713", error.Code);
        Assert.Contains("\"billing\"", error.Hint, StringComparison.Ordinal);
    }

    [Fact, Row("H1.version-table")]
    public void Both_tables_have_the_names_and_the_schema_of_the_settings()
    {
        var options = new CommandContext(
            Config with
            {
                VersionTable = "versions",
                HistoryTable = "runs",
                VersionTableSchema = "ops",
            }
        ).Options;
        Assert.Equal(
            (new TableName("versions", "ops"), new TableName("runs", "ops")),
            (options.VersionTable, options.HistoryTable)
        );
    }

    private sealed class Billing : MigrationEnvironment
    {
        public override MetaData TargetMetaData => new();

        public override string? Url => Arguments["tenant"] is { } tenant ? $"sqlite:///{tenant}.db" : null;
    }

    private sealed class Test : MigrationEnvironment
    {
        public override MetaData TargetMetaData => new();
    }
}
