namespace Retort.Migrations;

/// <summary>A revision that could not be run behind others.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Behind">What was run before it, the last one.</param>
/// <param name="Message">What the database said.</param>
internal sealed record ScratchFailure(Revision Revision, string Behind, string Message)
{
    public override string ToString() => $"revision {Revision.Id} fails behind {Behind}: {Message}";
}

/// <summary>Runs revisions on a scratch schema, all in its one transaction.</summary>
/// <param name="scratch">The scratch schema.</param>
/// <param name="graph">The version history.</param>
/// <param name="steps">What each revision does.</param>
internal sealed class ScratchRun(
    ScratchSchema scratch,
    RevisionGraph graph,
    IReadOnlyDictionary<Revision, PreparedStep> steps
)
{
    private readonly Connection _connection = scratch.Connection;
    private readonly HashSet<Revision> _done = [];
    private IReadOnlyList<string> _rows = [];
    private string _last = "the base";

    /// <summary>What has run.</summary>
    public IReadOnlySet<Revision> Done => _done;

    /// <summary>What did not run; nothing was run after it.</summary>
    public ScratchFailure? Failure { get; private set; }

    /// <summary>The revision that left the scratch schema; nothing was run after it. Null: none did.</summary>
    public Revision? Left { get; private set; }

    /// <summary>The schema that came out; empty where something failed.</summary>
    public MetaData Schema { get; private set; } = new();

    /// <summary>Runs revisions one after the other, each with all that it follows and depends on, and reads what came out.</summary>
    public async Task UpgradeAsync(IEnumerable<Revision> targets, CancellationToken cancellationToken)
    {
        foreach (var target in targets)
        {
            var plan = UpgradePlan.Create(graph, _rows, target.Id);
            _rows = plan.Rows;
            foreach (var step in plan.Steps)
                if (!await TryAsync(step.Revision, cancellationToken).ConfigureAwait(false))
                    return;
        }
        Schema = await _connection.Inspector.ReadAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryAsync(Revision revision, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var step in SchemaStep.Plan(_connection.Dialect.Ddl, Changes(steps[revision])))
            {
                await SchemaChanger.ExecuteAsync(_connection, step, cancellationToken).ConfigureAwait(false);
                if (await IsLeftAsync(revision, cancellationToken).ConfigureAwait(false))
                    return false;
            }
            _last = revision.Id;
            return _done.Add(revision);
        }
        catch (RetortException error)
        {
            if (!await IsLeftAsync(revision, cancellationToken).ConfigureAwait(false))
                Failure = new ScratchFailure(revision, _last, error.Message);
            return false;
        }
    }

    private async Task<bool> IsLeftAsync(Revision revision, CancellationToken cancellationToken)
    {
        if (await scratch.WasLeftAsync(cancellationToken).ConfigureAwait(false))
            Left = revision;
        return Left is not null;
    }

    /// <summary>What a revision does in one transaction: an index need not be built while others write, and rows need no batches.</summary>
    private IEnumerable<DdlElement> Changes(PreparedStep step)
    {
        foreach (var work in RevisionPart.Split(step.Work, _connection.Dialect.Ddl).SelectMany(part => part.Work))
            switch (work)
            {
                case SchemaWork { Change: CreateIndex create }:
                    yield return create with
                    {
                        Concurrently = false,
                    };
                    break;
                case SchemaWork { Change: DropIndex drop }:
                    yield return drop with
                    {
                        Concurrently = false,
                    };
                    break;
                case SchemaWork schema:
                    yield return schema.Change;
                    break;
                case BatchWork batch:
                    yield return batch.AtOnce;
                    break;
            }
    }
}
