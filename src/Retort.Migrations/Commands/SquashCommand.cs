namespace Retort.Migrations;

/// <summary>Revisions that are to become one.</summary>
/// <param name="Range">The first and the last, as typed: <c>a:b</c>.</param>
public sealed record SquashOptions(string Range)
{
    /// <summary>What the one does; null: what the last one says.</summary>
    public string? Message { get; init; }

    /// <summary>Whether no database is asked whether it is between them.</summary>
    public bool NoDatabase { get; init; }
}

/// <summary>What <c>retort squash</c> did.</summary>
/// <param name="Revision">The revision that is left, with the id of the last.</param>
/// <param name="Path">Its file.</param>
/// <param name="Removed">The revisions that are gone, with their files, the first one first.</param>
/// <param name="Relinked">What depended on one of them, and depends on the one that is left now.</param>
public sealed record SquashResult(
    Revision Revision,
    string Path,
    IReadOnlyList<Revision> Removed,
    IReadOnlyList<RelinkedRevision> Relinked
);

/// <summary>
/// <c>retort squash</c>: makes one revision of several that follow each other. It has their operations in order, and the id of the last, so
/// that a database that has them all has it.
/// </summary>
public sealed class SquashCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="RevisionException">A revision is unknown or ambiguous, or the history that comes out contradicts itself.</exception>
    /// <exception cref="RevisionFileException">It is no range, something follows one in the middle or is at it, or one runs code.</exception>
    /// <exception cref="MigrationException">One has no way back.</exception>
    /// <exception cref="ScriptException">A file cannot be written.</exception>
    /// <exception cref="HookException">Everything was written, and a hook after it failed.</exception>
    /// <exception cref="StaleAssemblyException">The sources are not what was compiled.</exception>
    public async Task<SquashResult> RunAsync(SquashOptions options, CancellationToken cancellationToken = default)
    {
        var result = (await PlanAsync(options, cancellationToken).ConfigureAwait(false)).Run();
        await context
            .Hooks.RevisionWrittenAsync(result.Revision.Id, result.Path, cancellationToken)
            .ConfigureAwait(false);
        return result;
    }

    /// <summary>What is done with which files; where somebody was killed at it, what is left to do.</summary>
    internal async Task<FilePlan<SquashResult>> PlanAsync(SquashOptions options, CancellationToken cancellationToken)
    {
        var scripts = context.Scripts.Scan();
        return scripts.FirstOrDefault(script => script.Mark is not null) is { } begun
            ? Rest(begun, scripts, options.Range)
            : await WholeAsync(scripts, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FilePlan<SquashResult>> WholeAsync(
        IReadOnlyList<RevisionScript> scripts,
        SquashOptions options,
        CancellationToken cancellationToken
    )
    {
        var revisions = context.Revisions(scripts);
        var graph = revisions.Graph;
        var range = RevisionLine.Parse(graph, options.Range);
        var files = new RevisionFiles(scripts, range);
        var paths = range.ToDictionary(each => each.Id, each => files.FileOf(each));
        var (last, removed) = (range[^1], range.SkipLast(1).ToList());
        if (!options.NoDatabase)
            await RequireNotBetweenAsync(graph, range, cancellationToken).ConfigureAwait(false);
        var squashed = Squashed(range, revisions, options.Message ?? last.Message);
        var rest = Rest(files, squashed.ToRevision(), paths[last.Id], removed);
        var mark = new SquashMark(options.Range, [.. removed.Select(each => (each.Id, paths[each.Id]))]);
        var text = mark.Write(paths[last.Id]) + context.Writer.RenderChecked(squashed, paths[last.Id]);
        return rest with { Steps = [() => context.Writer.WriteOver(paths[last.Id], text), .. rest.Steps] };
    }

    private static FilePlan<SquashResult> Rest(
        RevisionScript begun,
        IReadOnlyList<RevisionScript> scripts,
        string range
    )
    {
        if (begun.Mark!.Range != range)
            throw RevisionFileException.Unfinished(begun);
        var removed = begun.Mark.Removed.Select(each =>
            scripts.FirstOrDefault(script => script.Revision.Id == each.Id)?.Revision
            ?? new Revision(each.Id) { Location = new SourceLocation(each.Path, 1) }
        );
        var files = new RevisionFiles(scripts, [begun.Revision, .. removed]);
        return Rest(files, begun.Revision, begun.Path, [.. removed]);
    }

    /// <summary>What comes behind the file of the one: until that is done, it bears a mark.</summary>
    private static FilePlan<SquashResult> Rest(
        RevisionFiles files,
        Revision squashed,
        string path,
        IReadOnlyList<Revision> removed
    )
    {
        foreach (var each in removed)
            files.Replace(each.Id, _ => [squashed.Id]);
        files.Check(squashed);
        return new FilePlan<SquashResult>(
            [
                .. files.Edits(),
                .. removed.Reverse().Select(each => (Action)(() => TextFile.Delete(each.Location!.Path))),
                () => TextFile.Edit(path, SquashMark.Without(SourceText.Read(path).Text)),
            ],
            new SquashResult(squashed, path, removed, files.Relinked())
        );
    }

    private async Task RequireNotBetweenAsync(
        RevisionGraph graph,
        IReadOnlyList<Revision> range,
        CancellationToken cancellationToken
    )
    {
        var rows = await AppliedRevisions.RowsAsync(context, cancellationToken).ConfigureAwait(false);
        var applied = graph.AppliedBy(rows);
        if (range.LastOrDefault(applied.Contains) is { } reached && reached != range[^1])
            throw RevisionFileException.Between(reached, context.Database, range[^1]);
    }

    private NewRevision Squashed(IReadOnlyList<Revision> range, RevisionSet revisions, string? message)
    {
        var names = range.SelectMany(each => each.BranchLabels.Prepend(each.Id)).ToHashSet();
        return new NewRevision(range[^1].Id, context.Time.GetUtcNow())
        {
            Message = message,
            DownRevisions = range[0].DownRevisions,
            BranchLabels = [.. range.SelectMany(each => each.BranchLabels).Distinct()],
            DependsOn = [.. range.SelectMany(each => each.DependsOn).Where(name => !names.Contains(name)).Distinct()],
            Detected = [.. range.Select(each => $"Was {each.Id}{(each.Message is null ? "" : $", {each.Message}")}")],
            Upgrade = RevisionBody.Upgrade(Operations(range, Direction.Upgrade), context.Render),
            Downgrade = RevisionBody.Downgrade(Operations(range.Reverse(), Direction.Downgrade), context.Render),
        };

        IEnumerable<Operation> Operations(IEnumerable<Revision> order, Direction direction) =>
            order.SelectMany(each => WritableOperations.Of(each, direction, revisions, context.Options));
    }
}
