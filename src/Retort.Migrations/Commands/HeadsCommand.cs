namespace Retort.Migrations;

/// <summary><c>retort heads</c>: the revisions that none follows. Reads sources only.</summary>
public sealed class HeadsCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <param name="resolveDependencies">Whether those are left out that others depend on.</param>
    /// <inheritdoc cref="ScriptDirectory.ReadGraph" path="/exception" />
    public IReadOnlyList<RevisionEntry> Run(bool resolveDependencies = false)
    {
        var graph = context.Scripts.ReadGraph();
        var heads = resolveDependencies ? graph.RealHeads : graph.Heads;
        return [.. heads.Select(head => RevisionEntry.Of(graph, head))];
    }
}
