namespace Retort.Migrations;

/// <summary>
/// What a project's revisions are made for. The project has one class that derives from this, or one for each <c>[Section]</c>; generated
/// code registers it.
/// </summary>
public abstract class MigrationEnvironment
{
    /// <summary>The schema as the models declare it; autogenerate compares the database with it.</summary>
    public abstract MetaData TargetMetaData { get; }

    /// <summary>What was passed with <c>-x</c>, or in <see cref="MigrationOptions.Arguments"/>; set before anything else is asked.</summary>
    public MigrationArguments Arguments { get; internal set; } = MigrationArguments.None;

    /// <summary>
    /// The database, where code knows it best: a secret from a vault, a tenant from <see cref="Arguments"/>. It goes before retort.json, and
    /// behind <c>--url</c> and <c>RETORT_URL</c>; null: it is said elsewhere.
    /// </summary>
    public virtual string? Url => null;

    /// <summary>Makes the engine of the tool for a URL, wherever it was said: with the application's functions, collations or data source.</summary>
    public virtual Engine CreateEngine(string url) => Engine.Create(url);

    /// <summary>Values of further <c>${tokens}</c> of <c>revision.template</c>, by name.</summary>
    public virtual IReadOnlyDictionary<string, string> TemplateValues => new Dictionary<string, string>();

    /// <summary>The table that has a row for each head that is applied; null: what retort.json says, else <c>retort_version</c>.</summary>
    /// <remarks>An application that migrates itself has no retort.json: another name belongs here.</remarks>
    public virtual TableName? VersionTable => null;

    /// <summary>The table that records each run of a revision; null: what retort.json says, else <c>retort_history</c>.</summary>
    /// <inheritdoc cref="VersionTable" path="/remarks" />
    public virtual TableName? HistoryTable => null;

    /// <summary>How long to wait for somebody else who is changing the schema; null: five minutes.</summary>
    public virtual TimeSpan? LockTimeout => null;

    /// <summary>Which transactions the revisions of a run have; null: what retort.json says, else one for each revision.</summary>
    public virtual TransactionMode? Transactions => null;

    /// <summary>
    /// Is called after each revision that was run, in its transaction, before that ends: what is written to the connection is done or undone
    /// with the revision. Where this throws, the revision is undone. It is called for each row of a stamp too, in the transaction of the stamp.
    /// </summary>
    public virtual ValueTask OnVersionApplyAsync(VersionApplied applied, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>Is called after a run that applied or undid something, when its transactions have ended and its lock is given back.</summary>
    public virtual ValueTask AfterApplyAsync(MigrationRun run, Engine engine, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>
    /// Whether generated revisions change tables that are there without keeping those waiting who write, where the database can: at the price
    /// of more than one transaction.
    /// </summary>
    public virtual bool NonBlocking => true;

    /// <summary>Whether a table belongs to this history. What does not is neither created, changed nor dropped by autogenerate.</summary>
    public virtual bool Include(TableName table) => true;

    /// <summary>Whether something of a table belongs to this history: a column, a constraint or an index, as the models or the database have it.</summary>
    public virtual bool Include(TableName table, ITableElement element) => true;

    /// <summary>Whether something beside tables belongs to this history: an enum, a view, a sequence, as the models or the database have it.</summary>
    public virtual bool Include(SchemaObject schemaObject) => true;

    /// <summary>
    /// Whether a table belongs to this history though no revision created it: it is dropped where the models have it not. Others' tables
    /// are left alone otherwise.
    /// </summary>
    public virtual bool Owns(TableName table) => false;

    /// <summary>What autogenerate compares, in the order in which differences are told: leave some out, or add your own.</summary>
    public virtual IReadOnlyList<Comparer> Comparers => Migrations.Comparers.All;

    /// <summary>What autogenerate compares of a column that both models and database have; the rest stays as the database has it.</summary>
    public virtual ColumnProperties ComparedProperties(TableName table, Column declared, Column found) =>
        ColumnProperties.All;

    /// <summary>
    /// Has the last word on what autogenerate found, before it is told and written: operations can be taken out, changed and added.
    /// Without operations nothing is written.
    /// </summary>
    public virtual AutogenerateResult Process(AutogenerateResult changes) => changes;

    /// <summary>Writes an operation of a generated revision in another form.</summary>
    /// <returns>Whether it was written; otherwise it is written as <see cref="Operation.Render"/> does.</returns>
    public virtual bool Render(Operation operation, CSharpWriter writer) => false;

    /// <summary>What of a schema belongs to this history; Retort's own tables do not.</summary>
    internal IncludedSchema Filter(MigrationOptions options) =>
        new(table => Include(table) && !options.IsOwn(table), Include, Include);
}
