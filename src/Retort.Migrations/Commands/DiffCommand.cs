namespace Retort.Migrations;

/// <summary>What <c>retort diff</c> found.</summary>
/// <param name="Changes">The differences, and the operations that turn FROM into TO.</param>
/// <param name="Script">The same as a script, a statement a text, each without its semicolon.</param>
/// <param name="Notes">What is to be known before the script is run: what it destroys, and what it does not compare.</param>
public sealed record DiffResult(AutogenerateResult Changes, IReadOnlyList<string> Script, IReadOnlyList<DiffNote> Notes)
{
    /// <summary>Whether FROM and TO are equal.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>The operations that turn FROM into TO, as a revision file has them.</summary>
    public string CSharp
    {
        get
        {
            var writer = new CSharpWriter();
            foreach (var operation in Changes.Upgrade)
                operation.Render(writer);
            return writer.ToString();
        }
    }
}

/// <summary>
/// <c>retort diff FROM TO</c>: what turns one schema into another, whoever made them. Both are only read; a revision is built in a scratch
/// database of its own.
/// </summary>
/// <remarks>
/// All that is there is compared, in the form in which the database prints it. What models say nothing about beside tables is no difference
/// where models are what is wanted.
/// </remarks>
public sealed class DiffCommand(CommandContext context)
{
    /// <summary>Compares.</summary>
    /// <param name="from">What is to be changed.</param>
    /// <param name="to">What it is to become.</param>
    /// <param name="renames">What got another name, as <see cref="RevisionOptions.Renames"/>; null: nothing. What looks like a rename is else dropped and added, with a note.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="RenameException">What a rename names is not there.</exception>
    /// <exception cref="DiffException">The two are databases of different kinds.</exception>
    /// <exception cref="DatabaseException">A database cannot be read, or the server allows no scratch database.</exception>
    /// <exception cref="BehindException">Models are asked for, and nothing says which.</exception>
    /// <exception cref="RevisionException">A revision is unknown or ambiguous.</exception>
    /// <exception cref="StaleAssemblyException">The sources are not what was compiled.</exception>
    public async Task<DiffResult> RunAsync(
        DiffSide from,
        DiffSide to,
        IReadOnlyList<string>? renames = null,
        CancellationToken cancellationToken = default
    )
    {
        var engine = Kind(from, to);
        var sides = new DiffSchemas(context, engine, Included(from, to));
        var found = await sides.OpenAsync(from, cancellationToken).ConfigureAwait(false);
        await using (found.ConfigureAwait(false))
        {
            var wanted = await sides.OpenAsync(to, cancellationToken).ConfigureAwait(false);
            await using (wanted.ConfigureAwait(false))
                return await CompareAsync(found, wanted, engine.Dialect, renames, cancellationToken)
                    .ConfigureAwait(false);
        }
    }

    /// <summary>A database of the kind that both are of.</summary>
    private Engine Kind(DiffSide from, DiffSide to) =>
        (from, to) switch
        {
            (DiffSide.Database one, DiffSide.Database other)
                when one.Engine.Dialect.Name != other.Engine.Dialect.Name => throw DiffException.OtherKind(
                one.Engine,
                other.Engine
            ),
            (DiffSide.Database one, _) => one.Engine,
            (_, DiffSide.Database other) => other.Engine,
            _ => context.Database,
        };

    /// <summary>What the environment leaves out is left out, unless two databases are compared, of which it knows nothing.</summary>
    private IncludedSchema Included(DiffSide from, DiffSide to) =>
        context.Environment is { } environment && !(from is DiffSide.Database && to is DiffSide.Database)
            ? environment.Filter(context.Options)
            : new(table => !context.Options.IsOwn(table), (_, _) => true, _ => true);

    private static async Task<DiffResult> CompareAsync(
        DiffSchema before,
        DiffSchema after,
        Dialect dialect,
        IReadOnlyList<string>? renames,
        CancellationToken cancellationToken
    )
    {
        var renamed = RenamedSchema.Of(after.Schema, before.Schema, dialect.Syntax, renames);
        var found = CarriedElements.Split(renamed.Schema, after.Schema.Objects, dialect.Ddl);
        var wanted = CarriedElements.Split(after.Schema, before.Schema.Objects, dialect.Ddl);
        var norms = await NormsAsync(
                before with
                {
                    Schema = found,
                },
                after with
                {
                    Schema = wanted,
                },
                dialect,
                cancellationToken
            )
            .ConfigureAwait(false);
        var comparers = Comparers.Whole(drops: after.Engine is not null);
        var changes = Autogenerator.Compare(
            wanted,
            found,
            dialect,
            norms,
            new() { Comparers = comparers, Renames = renamed.Renames }
        );
        var script = new SchemaScript(dialect.Ddl, before.Schema)
        {
            Triggers = await before.TriggersAsync(changes, dialect.Ddl, cancellationToken).ConfigureAwait(false),
        };
        return new DiffResult(
            changes,
            script.Write([.. changes.Upgrade.SelectMany(operation => operation.ToDdl())]),
            [.. DiffNotes.Of(changes, found, wanted)]
        );
    }

    /// <summary>What is equal, in the words of FROM, or of TO where FROM is no database.</summary>
    private static async Task<SchemaNorms> NormsAsync(
        DiffSchema before,
        DiffSchema after,
        Dialect dialect,
        CancellationToken cancellationToken
    )
    {
        if ((before.Engine ?? after.Engine) is not { } engine)
            return dialect.Norms;
        var (declared, read) = before.Engine is null ? (before.Schema, after.Schema) : (after.Schema, before.Schema);
        var connection = await engine
            .ConnectAsync(ConnectionPurpose.Inspection, cancellationToken)
            .ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var norms = await dialect
                .NormsAsync(connection.QueryAsync, declared, read, cancellationToken)
                .ConfigureAwait(false);
            return before.Engine is null ? new ReversedNorms(norms, dialect.Types, dialect.Ddl)
                : after.Engine is null ? norms
                : new ExactNorms(norms, dialect.Types, dialect.Ddl);
        }
    }
}
