namespace Retort.Migrations;

/// <summary>What to write models for, and where.</summary>
/// <param name="Directory">The folder; it is made where it is missing.</param>
/// <param name="Namespace">The namespace of the models.</param>
public sealed record ScaffoldOptions(string Directory, string Namespace)
{
    /// <summary>Only these tables; null: all.</summary>
    public IReadOnlyCollection<TableName>? Tables { get; init; }

    /// <summary>Whether files that are there already are written anew.</summary>
    public bool Overwrite { get; init; }
}

/// <summary>What was written.</summary>
/// <param name="Files">The files, in the order of the tables' names; the SQL file is the last.</param>
/// <param name="Tables">How many tables got a class.</param>
/// <param name="Carried">What models cannot say, and stands in the SQL file.</param>
/// <param name="Warnings">What could be neither said nor carried.</param>
public sealed record ScaffoldResult(
    IReadOnlyList<string> Files,
    int Tables,
    IReadOnlyList<CarriedObject> Carried,
    IReadOnlyList<string> Warnings
);

/// <summary><c>retort scaffold</c>: writes models for a database that is there. The database is only read.</summary>
public sealed class ScaffoldCommand(Engine engine)
{
    private const string CarriedFile = "Database" + CarriedSchema.Extension;

    /// <summary>Reads the database and writes the files.</summary>
    /// <exception cref="ScriptException">A file is there already and says something else, or cannot be written. Nothing was written.</exception>
    public async Task<ScaffoldResult> RunAsync(
        ScaffoldOptions options,
        MigrationOptions own,
        CancellationToken cancellationToken = default
    )
    {
        var schema = await ReadAsync(options, cancellationToken).ConfigureAwait(false);
        var models = ScaffoldedModels.Of(schema, engine.Dialect, options.Namespace, own);
        var files = models.Files.Select(file => (Path: Path.Combine(options.Directory, file.Name), file.Text)).ToList();
        if (models.Carried.Count > 0)
            files.Add((Path.Combine(options.Directory, CarriedFile), CarriedSchema.Write(models.Carried)));
        // a file that says the same is of a run that was killed
        if (!options.Overwrite && files.Find(file => SaysAnother(file.Path, file.Text)).Path is { } present)
            throw ScriptException.FilePresent(present);
        foreach (var (path, text) in files)
            TextFile.WriteOver(path, text);
        return new ScaffoldResult(
            [.. files.Select(file => file.Path)],
            models.Files.Count,
            models.Carried,
            schema.Warnings
        );
    }

    private static bool SaysAnother(string path, string text) =>
        File.Exists(path) && SourceText.Read(path).Text != text;

    private async ValueTask<MetaData> ReadAsync(ScaffoldOptions options, CancellationToken cancellationToken)
    {
        var connection = await engine
            .ConnectAsync(ConnectionPurpose.Inspection, cancellationToken)
            .ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            return await connection
                .Inspector.ReadAsync(new CatalogRequest { Tables = options.Tables }, cancellationToken)
                .ConfigureAwait(false);
    }
}
