using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>The revisions of a project and of those that it references that have one <c>[Section]</c>, and how they follow each other.</summary>
internal sealed class RevisionHistory
{
    private readonly ILookup<string, RevisionDeclaration> _byLabel;

    private RevisionHistory(IReadOnlyList<RevisionDeclaration> revisions)
    {
        ById = revisions.ToLookup(revision => revision.Id, StringComparer.Ordinal);
        _byLabel = revisions
            .SelectMany(revision => revision.Labels.Distinct().Select(label => (Label: label, Revision: revision)))
            .ToLookup(each => each.Label, each => each.Revision, StringComparer.Ordinal);
        var followed = new HashSet<string>(revisions.SelectMany(revision => revision.Parents), StringComparer.Ordinal);
        Heads = [.. revisions.Where(revision => !followed.Contains(revision.Id))];
        Cycle = FindCycle(WithoutOrder(revisions));
    }

    /// <summary>Revisions by id; several where the id is taken twice, in the order of their files.</summary>
    public ILookup<string, RevisionDeclaration> ById { get; }

    /// <summary>Revisions that none follows.</summary>
    public IReadOnlyList<RevisionDeclaration> Heads { get; }

    /// <summary>Revisions that each come after the next, and the last after the first; none where there is an order.</summary>
    public IReadOnlyList<RevisionDeclaration> Cycle { get; }

    /// <summary>Everything that <c>[DependsOn]</c> can name.</summary>
    public IEnumerable<string> Names => ById.Concat(_byLabel).Select(group => group.Key);

    /// <summary>The histories by what <c>[Section]</c> says; nothing for those without it.</summary>
    public static Dictionary<string, RevisionHistory> Read(Compilation compilation) =>
        Referenced(compilation)
            .Append(compilation.Assembly)
            .SelectMany(Declared)
            .GroupBy(revision => revision.Section ?? "", StringComparer.Ordinal)
            .ToDictionary(section => section.Key, section => new RevisionHistory([.. section]));

    /// <summary>What declares a label, in the order of files.</summary>
    public IEnumerable<RevisionDeclaration> Declaring(string label) => _byLabel[label];

    /// <summary>Whether <c>[DependsOn]</c> can name it.</summary>
    public bool Has(string idOrLabel) => ById.Contains(idOrLabel) || _byLabel.Contains(idOrLabel);

    private static IEnumerable<RevisionDeclaration> Declared(IAssemblySymbol assembly) =>
        Types(assembly.GlobalNamespace)
            .Select(RevisionDeclaration.Of)
            .OfType<RevisionDeclaration>()
            .OrderBy(revision => revision.Place?.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(revision => revision.Place?.Span.Start);

    private static IEnumerable<IAssemblySymbol> Referenced(Compilation compilation) =>
        ReferenceParser
            .UsingRetort(compilation)
            .Where(assembly =>
                assembly.GetAttributes().Any(each => each.AttributeClass.Is(Generators.Names.RetortRevisions))
            );

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));

    /// <summary>What must be applied before a revision.</summary>
    private IEnumerable<RevisionDeclaration> Before(RevisionDeclaration revision) =>
        revision
            .Parents.SelectMany(id => ById[id])
            .Concat(revision.DependsOn.SelectMany(name => ById[name].Concat(_byLabel[name])));

    /// <summary>Revisions on a cycle, and what comes after one.</summary>
    private HashSet<RevisionDeclaration> WithoutOrder(IReadOnlyList<RevisionDeclaration> revisions)
    {
        var after = revisions
            .SelectMany(revision => Before(revision).Select(before => (before, revision)))
            .ToLookup(each => each.before, each => each.revision);
        var waitsFor = revisions.ToDictionary(revision => revision, revision => Before(revision).Count());
        var ready = new Queue<RevisionDeclaration>(revisions.Where(revision => waitsFor[revision] == 0));
        while (ready.Count > 0)
        {
            var revision = ready.Dequeue();
            waitsFor.Remove(revision);
            foreach (var next in after[revision])
                if (--waitsFor[next] == 0)
                    ready.Enqueue(next);
        }
        return [.. waitsFor.Keys];
    }

    /// <summary>Each revision without order comes after another, so walking back must meet one again.</summary>
    private List<RevisionDeclaration> FindCycle(HashSet<RevisionDeclaration> withoutOrder)
    {
        var path = new List<RevisionDeclaration>();
        for (
            var each = withoutOrder.FirstOrDefault();
            each is not null;
            each = Before(each).First(withoutOrder.Contains)
        )
        {
            if (path.IndexOf(each) is var start and >= 0)
                return path.GetRange(start, path.Count - start);
            path.Add(each);
        }
        return path;
    }
}
