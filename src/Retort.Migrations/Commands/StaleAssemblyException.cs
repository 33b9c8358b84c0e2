namespace Retort.Migrations;

/// <summary>The revisions in the assembly are not those in the sources; nothing was run. Building the project again helps.</summary>
public sealed class StaleAssemblyException : RetortException
{
    private StaleAssemblyException(string message)
        : base("RT0724", message, "Build the project, then run the command again.") { }

    /// <summary>Compares ids and contents.</summary>
    internal static void ThrowIfDifferent(
        IReadOnlyList<RevisionScript> scripts,
        IReadOnlyList<CompiledRevision> compiled
    )
    {
        var byId = compiled.ToLookup(revision => revision.Id);
        foreach (var script in scripts)
            if (!byId[script.Revision.Id].Any(each => script.Has(each.Hash, each.Fingerprint)))
                throw new StaleAssemblyException(
                    $"{script.Path} is {(byId.Contains(script.Revision.Id) ? "not what was compiled" : "not compiled")}. Nothing was run."
                );
        var known = scripts.Select(script => script.Revision.Id).ToHashSet();
        if (compiled.FirstOrDefault(revision => !known.Contains(revision.Id)) is { } gone)
            throw new StaleAssemblyException(
                $"Revision {gone.Id}{(gone.File is { } file ? $" ({file})" : "")} is compiled and not in the sources. Nothing was run."
            );
    }
}
