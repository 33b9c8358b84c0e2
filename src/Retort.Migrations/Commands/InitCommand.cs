namespace Retort.Migrations;

/// <summary>Prepares a project for revisions.</summary>
/// <param name="Directory">Where retort.json goes.</param>
/// <param name="Project">The project file; null where there is none yet.</param>
/// <param name="ScriptLocation">The migrations folder; null: <c>migrations</c>.</param>
/// <param name="Url">The database that retort.json names where it is new; null: one of appsettings.json, else a SQLite file.</param>
public sealed record InitOptions(
    string Directory,
    string? Project = null,
    string? ScriptLocation = null,
    string? Url = null
)
{
    /// <summary>The name of one of <see cref="InitTemplate.All"/>.</summary>
    public string Template { get; init; } = InitTemplate.Generic.Name;
}

/// <summary>What <c>retort init --baseline</c> did.</summary>
/// <param name="Init">What was written beside the revision.</param>
/// <param name="Revision">The revision that makes what the database has.</param>
/// <param name="Stamp">The version rows of the database.</param>
/// <param name="Warnings">What the database has that no revision can make.</param>
public sealed record BaselineResult(
    InitResult Init,
    RevisionResult Revision,
    StampResult Stamp,
    IReadOnlyList<string> Warnings
);

/// <summary><c>retort init</c>: writes retort.json and the migrations folder; keeps what exists. Runs nothing of the user's.</summary>
public static class InitCommand
{
    /// <summary>Writes what is missing.</summary>
    /// <exception cref="ScriptException">A file that exists is wrong, or something cannot be written.</exception>
    /// <exception cref="RevisionFileException">There is no such template.</exception>
    public static InitResult Run(InitOptions options)
    {
        var template = InitTemplate.Find(options.Template);
        return new InitScaffold(options.Directory, options.Project is { } path ? ProjectFile.Read(path) : null).Run(
            options.ScriptLocation,
            options.Url,
            template
        );
    }

    /// <summary>Takes over a database that is there: writes what is missing, and the revision that makes what the database has, with which the database is stamped.</summary>
    /// <param name="options">What is prepared.</param>
    /// <param name="context">The database, and the settings that are there already.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <inheritdoc cref="Run" path="/exception" />
    /// <exception cref="RevisionFileException">The database has a version table or nothing at all, or there are revisions already.</exception>
    public static async Task<BaselineResult> BaselineAsync(
        InitOptions options,
        CommandContext context,
        CancellationToken cancellationToken = default
    )
    {
        var found = await Baseline.ReadAsync(context, cancellationToken).ConfigureAwait(false);
        var init = Run(options);
        var config = RetortJson.Read(Path.Combine(options.Directory, RetortJson.FileName));
        var written = new CommandContext(config)
        {
            Engine = context.Engine,
            Environment = context.Environment,
            Arguments = context.Arguments,
            Time = context.Time,
            Namespace = options.Project is { } path ? ProjectFile.Read(path).MigrationsNamespace : context.Namespace,
        };
        var revision = Baseline.Write(written, found);
        var stamp = await new StampCommand(written)
            .RunAsync(new([revision.Id!]), cancellationToken)
            .ConfigureAwait(false);
        return new BaselineResult(init, revision, stamp, found.Warnings);
    }
}
