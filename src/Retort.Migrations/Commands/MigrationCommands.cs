namespace Retort.Migrations;

/// <summary>The commands of <c>retort</c> as methods: the same options in, the same results out, nothing printed.</summary>
public sealed class MigrationCommands(CommandContext context)
{
    /// <summary><c>retort list-templates</c>; <c>init</c> is <see cref="InitCommand"/>.</summary>
    public static IReadOnlyList<InitTemplate> ListTemplates() => InitTemplate.All;

    /// <summary><c>retort revision</c></summary>
    public Task<RevisionResult> RevisionAsync(RevisionOptions options, CancellationToken cancellationToken = default) =>
        new RevisionCommand(context).RunAsync(options, cancellationToken);

    /// <summary><c>retort merge</c></summary>
    public Task<MergeResult> MergeAsync(MergeOptions options, CancellationToken cancellationToken = default) =>
        new MergeCommand(context).RunAsync(options, cancellationToken);

    /// <summary><c>retort upgrade</c></summary>
    public Task<MigrationRun> UpgradeAsync(string target = "head", CancellationToken cancellationToken = default) =>
        UpgradeAsync([target], cancellationToken);

    /// <summary><c>retort upgrade</c> to several targets</summary>
    public Task<MigrationRun> UpgradeAsync(
        IReadOnlyList<string> targets,
        CancellationToken cancellationToken = default
    ) => new UpgradeCommand(context).RunAsync(targets, cancellationToken);

    /// <summary><c>retort downgrade</c></summary>
    public Task<MigrationRun> DowngradeAsync(string target, CancellationToken cancellationToken = default) =>
        new DowngradeCommand(context).RunAsync(target, cancellationToken);

    /// <summary><c>retort upgrade FROM:TO --sql</c></summary>
    public Task<MigrationScript> UpgradeScriptAsync(
        ScriptRange range,
        bool idempotent = false,
        CancellationToken cancellationToken = default
    ) => new UpgradeCommand(context).ScriptAsync(range, idempotent, cancellationToken);

    /// <summary><c>retort downgrade FROM:TO --sql</c></summary>
    public Task<MigrationScript> DowngradeScriptAsync(
        ScriptRange range,
        bool idempotent = false,
        CancellationToken cancellationToken = default
    ) => new DowngradeCommand(context).ScriptAsync(range, idempotent, cancellationToken);

    /// <summary><c>retort plan</c></summary>
    public Task<PlanResult> PlanAsync(PlanOptions options, CancellationToken cancellationToken = default) =>
        new PlanCommand(context).RunAsync(options, cancellationToken);

    /// <summary><c>retort show</c></summary>
    public Task<IReadOnlyList<ShownRevision>> ShowAsync(
        ShowOptions options,
        CancellationToken cancellationToken = default
    ) => new ShowCommand(context).RunAsync(options, cancellationToken);

    /// <summary><c>retort history</c></summary>
    public Task<IReadOnlyList<RevisionEntry>> HistoryAsync(
        HistoryOptions? options = null,
        CancellationToken cancellationToken = default
    ) => new HistoryCommand(context).RunAsync(options, cancellationToken);

    /// <summary><c>retort heads</c></summary>
    public IReadOnlyList<RevisionEntry> Heads(bool resolveDependencies = false) =>
        new HeadsCommand(context).Run(resolveDependencies);

    /// <summary><c>retort branches</c></summary>
    public IReadOnlyList<Branching> Branches() => new BranchesCommand(context).Run();

    /// <summary><c>retort current</c></summary>
    public Task<CurrentResult> CurrentAsync(CancellationToken cancellationToken = default) =>
        new CurrentCommand(context).RunAsync(cancellationToken);

    /// <summary><c>retort stamp</c></summary>
    public Task<StampResult> StampAsync(StampOptions options, CancellationToken cancellationToken = default) =>
        new StampCommand(context).RunAsync(options, cancellationToken);

    /// <summary><c>retort stamp FROM:TO --sql</c></summary>
    public MigrationScript StampScript(ScriptRange range) => new StampCommand(context).Script(range);

    /// <summary><c>retort edit</c>: the files of revisions.</summary>
    public Task<IReadOnlyList<string>> EditAsync(string revision, CancellationToken cancellationToken = default) =>
        new EditCommand(context).RunAsync(revision, cancellationToken);

    /// <summary><c>retort ensure-version</c></summary>
    /// <returns>The tables that were created; none where they were there.</returns>
    public Task<IReadOnlyList<TableName>> EnsureVersionAsync(CancellationToken cancellationToken = default) =>
        new EnsureVersionCommand(context).RunAsync(cancellationToken);

    /// <summary><c>retort ensure-version --sql</c></summary>
    public string EnsureVersionScript() => new EnsureVersionCommand(context).Script();

    /// <summary><c>retort check</c></summary>
    public Task<AutogenerateResult> CheckAsync(CancellationToken cancellationToken = default) =>
        new CheckCommand(context).RunAsync(cancellationToken);

    /// <summary><c>retort delete</c></summary>
    public Task<DeleteResult> DeleteAsync(DeleteOptions options, CancellationToken cancellationToken = default) =>
        new DeleteCommand(context).RunAsync(options, cancellationToken);

    /// <summary><c>retort squash</c></summary>
    public Task<SquashResult> SquashAsync(SquashOptions options, CancellationToken cancellationToken = default) =>
        new SquashCommand(context).RunAsync(options, cancellationToken);

    /// <summary><c>retort scaffold</c></summary>
    public Task<ScaffoldResult> ScaffoldAsync(ScaffoldOptions options, CancellationToken cancellationToken = default) =>
        new ScaffoldCommand(context.Database).RunAsync(options, context.Options, cancellationToken);

    /// <summary><c>retort diff</c></summary>
    public Task<DiffResult> DiffAsync(
        DiffSide from,
        DiffSide to,
        IReadOnlyList<string>? renames = null,
        CancellationToken cancellationToken = default
    ) => new DiffCommand(context).RunAsync(from, to, renames, cancellationToken);
}
