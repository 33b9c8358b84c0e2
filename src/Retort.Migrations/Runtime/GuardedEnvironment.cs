namespace Retort.Migrations;

/// <summary>A project's environment class, whose errors say that they are its own.</summary>
/// <remarks>What is called back during and after a run is told in the words of the run.</remarks>
internal sealed class GuardedEnvironment(MigrationEnvironment inner) : MigrationEnvironment
{
    public override MetaData TargetMetaData => Ask(nameof(TargetMetaData), () => inner.TargetMetaData);

    public override string? Url => Ask(nameof(Url), () => inner.Url);

    public override IReadOnlyDictionary<string, string> TemplateValues =>
        Ask(nameof(TemplateValues), () => inner.TemplateValues);

    public override TableName? VersionTable => Ask(nameof(VersionTable), () => inner.VersionTable);

    public override TableName? HistoryTable => Ask(nameof(HistoryTable), () => inner.HistoryTable);

    public override TimeSpan? LockTimeout => Ask(nameof(LockTimeout), () => inner.LockTimeout);

    public override TransactionMode? Transactions => Ask(nameof(Transactions), () => inner.Transactions);

    public override bool NonBlocking => Ask(nameof(NonBlocking), () => inner.NonBlocking);

    public override IReadOnlyList<Comparer> Comparers => Ask(nameof(Comparers), () => inner.Comparers);

    public override Engine CreateEngine(string url) => Ask(nameof(CreateEngine), () => inner.CreateEngine(url));

    public override ValueTask OnVersionApplyAsync(VersionApplied applied, CancellationToken cancellationToken) =>
        inner.OnVersionApplyAsync(applied, cancellationToken);

    public override ValueTask AfterApplyAsync(MigrationRun run, Engine engine, CancellationToken cancellationToken) =>
        inner.AfterApplyAsync(run, engine, cancellationToken);

    public override bool Include(TableName table) => Ask(nameof(Include), () => inner.Include(table));

    public override bool Include(TableName table, ITableElement element) =>
        Ask(nameof(Include), () => inner.Include(table, element));

    public override bool Include(SchemaObject schemaObject) => Ask(nameof(Include), () => inner.Include(schemaObject));

    public override bool Owns(TableName table) => Ask(nameof(Owns), () => inner.Owns(table));

    public override ColumnProperties ComparedProperties(TableName table, Column declared, Column found) =>
        Ask(nameof(ComparedProperties), () => inner.ComparedProperties(table, declared, found));

    public override AutogenerateResult Process(AutogenerateResult changes) =>
        Ask(nameof(Process), () => inner.Process(changes));

    public override bool Render(Operation operation, CSharpWriter writer) =>
        Ask(nameof(Render), () => inner.Render(operation, writer));

    public override string ToString() => inner.GetType().ToString();

    /// <summary>Makes the environment, and gives it what was passed.</summary>
    /// <exception cref="MigrationException">The constructor threw.</exception>
    public static GuardedEnvironment Create(Type type, Func<MigrationEnvironment> create, MigrationArguments arguments)
    {
        var inner = Ask(type, "The constructor", create);
        inner.Arguments = arguments;
        return new GuardedEnvironment(inner) { Arguments = arguments };
    }

    private T Ask<T>(string member, Func<T> ask) => Ask(inner.GetType(), member, ask);

    /// <summary>What Retort says itself has its own words, such as a URL that it cannot read.</summary>
    private static T Ask<T>(Type type, string member, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception error) when (error is not (RetortException or OperationCanceledException))
        {
            throw MigrationException.EnvironmentThrew(type, member, error);
        }
    }
}
