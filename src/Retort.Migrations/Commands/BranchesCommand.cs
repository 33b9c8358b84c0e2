namespace Retort.Migrations;

/// <summary>A revision that several follow.</summary>
/// <param name="Point">The revision.</param>
/// <param name="Children">Those that follow it.</param>
public sealed record Branching(RevisionEntry Point, IReadOnlyList<RevisionEntry> Children);

/// <summary><c>retort branches</c>: where the history forks, newest first. Reads sources only.</summary>
public sealed class BranchesCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <inheritdoc cref="ScriptDirectory.ReadGraph" path="/exception" />
    public IReadOnlyList<Branching> Run()
    {
        var graph = context.Scripts.ReadGraph();
        return
        [
            .. graph
                .NewestFirst.Where(revision => graph.Children(revision.Id).Count > 1)
                .Select(point => new Branching(
                    RevisionEntry.Of(graph, point),
                    [.. graph.Children(point.Id).Select(child => RevisionEntry.Of(graph, child))]
                )),
        ];
    }
}
