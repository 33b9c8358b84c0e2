using static Retort.Ddl;

namespace Retort.Migrations.Tests.Runtime;

/// <summary>What an environment class throws is told as its own.</summary>
[Row("M2.environment")]
public sealed class EnvironmentErrorTests
{
    static EnvironmentErrorTests()
    {
        RevisionRegistry.RegisterEnvironment(static () => new Throwing(), "throwing");
        RevisionRegistry.RegisterEnvironment(static () => new Unborn(), "unborn");
    }

    /// <summary>Each question that an environment class is asked.</summary>
    public static TheoryData<string, Action<MigrationEnvironment>> Questions() =>
        new()
        {
            { "TargetMetaData", each => _ = each.TargetMetaData },
            { "Url", each => _ = each.Url },
            { "TemplateValues", each => _ = each.TemplateValues },
            { "VersionTable", each => _ = each.VersionTable },
            { "HistoryTable", each => _ = each.HistoryTable },
            { "LockTimeout", each => _ = each.LockTimeout },
            { "Transactions", each => _ = each.Transactions },
            { "NonBlocking", each => _ = each.NonBlocking },
            { "Comparers", each => _ = each.Comparers },
            { "CreateEngine", each => each.CreateEngine("sqlite://") },
            { "Include", each => each.Include("t") },
            { "Include", each => each.Include("t", Column("a", Text())) },
            { "Include", each => each.Include(new CarriedObject("view", "v", "")) },
            { "Owns", each => each.Owns("t") },
            { "ComparedProperties", each => each.ComparedProperties("t", Column("a", Text()), Column("a", Text())) },
            { "Process", each => each.Process(null!) },
            { "Render", each => each.Render(null!, null!) },
        };

    [Theory, MemberData(nameof(Questions), DisableDiscoveryEnumeration = true)]
    public void The_class_and_the_member_are_named(string member, Action<MigrationEnvironment> ask)
    {
        var environment = RevisionRegistry.CreateEnvironment("throwing")!;

        var error = Assert.Throws<MigrationException>(() => ask(environment));

        Assert.Equal("RT0717", error.Code);
        Assert.Equal(
            $"{member} of the environment class {typeof(Throwing)} threw InvalidOperationException: boom\nNothing was changed.",
            error.Message
        );
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public void A_constructor_that_throws_is_named()
    {
        var error = Assert.Throws<MigrationException>(() => RevisionRegistry.CreateEnvironment("unborn"));

        Assert.Equal("RT0717", error.Code);
        Assert.StartsWith($"The constructor of the environment class {typeof(Unborn)} threw", error.Message);
    }

    [Fact]
    public void What_a_static_initialiser_throws_is_told_as_it_is()
    {
        var error = MigrationException.EnvironmentThrew(
            typeof(Throwing),
            "Url",
            new TypeInitializationException("App.Tables", new InvalidOperationException("boom"))
        );

        Assert.Contains("threw InvalidOperationException: boom", error.Message, StringComparison.Ordinal);
    }

    private sealed class Throwing : MigrationEnvironment
    {
        public override MetaData TargetMetaData => throw Boom;

        public override string? Url => throw Boom;

        public override IReadOnlyDictionary<string, string> TemplateValues => throw Boom;

        public override TableName? VersionTable => throw Boom;

        public override TableName? HistoryTable => throw Boom;

        public override TimeSpan? LockTimeout => throw Boom;

        public override TransactionMode? Transactions => throw Boom;

        public override bool NonBlocking => throw Boom;

        public override IReadOnlyList<Comparer> Comparers => throw Boom;

        private static InvalidOperationException Boom => new("boom");

        public override Engine CreateEngine(string url) => throw Boom;

        public override bool Include(TableName table) => throw Boom;

        public override bool Include(TableName table, ITableElement element) => throw Boom;

        public override bool Include(SchemaObject schemaObject) => throw Boom;

        public override bool Owns(TableName table) => throw Boom;

        public override ColumnProperties ComparedProperties(TableName table, Column declared, Column found) =>
            throw Boom;

        public override AutogenerateResult Process(AutogenerateResult changes) => throw Boom;

        public override bool Render(Operation operation, CSharpWriter writer) => throw Boom;
    }

    private sealed class Unborn : MigrationEnvironment
    {
        public Unborn() => throw new InvalidOperationException("boom");

        public override MetaData TargetMetaData => new();
    }
}
