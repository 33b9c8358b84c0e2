namespace Retort.Tool;

/// <summary>Finds the record of a project's last build where the SDK's layouts put it, without asking MSBuild.</summary>
/// <param name="project">The project file, absolute.</param>
/// <param name="configuration">The build configuration.</param>
/// <param name="framework">The target framework; null for the only one.</param>
internal sealed class BuildRecords(string project, string configuration, string? framework)
{
    private const string FileName = "retort.build";

    private static readonly EnumerationOptions Search = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 3,
        AttributesToSkip = FileAttributes.None,
    };

    /// <summary>The record; null where there is none yet.</summary>
    /// <exception cref="UsageException">The project was built for several frameworks and none was chosen.</exception>
    public BuildRecord? Find() =>
        Only(
            Folders().Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, FileName, Search))
        );

    /// <summary>The newest of some records that is the project's; null where none is.</summary>
    /// <inheritdoc cref="Find" path="/exception" />
    public BuildRecord? Only(IEnumerable<string> paths)
    {
        var found = paths
            .Select(BuildRecord.Read)
            .OfType<BuildRecord>()
            .Where(record => record.IsOf(project, configuration, framework))
            .ToList();
        return found.DistinctBy(record => record.Framework).Count() > 1
            ? throw UsageException.SeveralFrameworks(
                project,
                [.. found.Select(record => record.Framework).Distinct().Order(StringComparer.Ordinal)]
            )
            : found.Aggregate(default(BuildRecord), Newer);
    }

    private static BuildRecord Newer(BuildRecord? one, BuildRecord other) =>
        one is null || other.Evaluated > one.Evaluated ? other : one;

    /// <summary><c>obj</c> beside the project; with artifacts output <c>artifacts/obj/NAME</c> in a folder above.</summary>
    private IEnumerable<string> Folders()
    {
        var directory = Path.GetDirectoryName(project)!;
        yield return Path.Combine(directory, "obj");
        for (var above = directory; above is not null; above = Path.GetDirectoryName(above))
            yield return Path.Combine(above, "artifacts", "obj", Path.GetFileNameWithoutExtension(project));
    }
}
