using Microsoft.CodeAnalysis;
using Retort.Migrations;

namespace Retort.Generators;

/// <summary>What can be wrong with a revision and its place in the history. The rules are those of <c>RevisionGraph</c>.</summary>
internal sealed class RevisionChecks(RevisionHistory history)
{
    /// <summary>Everything that is to be said at a class.</summary>
    public IEnumerable<Diagnostic> Problems(RevisionDeclaration revision) =>
        Class(revision)
            .Concat(Literals(revision))
            .Concat(Forms(revision))
            .Concat(Duplicates(revision))
            .Concat(References(revision))
            .Concat(Order(revision));

    private static IEnumerable<Diagnostic> Class(RevisionDeclaration revision)
    {
        var type = revision.Type;
        if (RevisionParser.Obstacle(type, Names.Migration) is { } obstacle)
            yield return Say(Diagnostics.RevisionNotRun, type.Locations[0], type.Name, obstacle);
        else if (!type.WithBases().TakeWhile(each => !each.Is(Names.Migration)).Any(HasDowngrade))
            yield return Say(Diagnostics.NoDowngrade, type.Locations[0], type.Name);
    }

    private static bool HasDowngrade(INamedTypeSymbol type) =>
        type.GetMembers("Downgrade").OfType<IMethodSymbol>().Any(method => method.IsOverride);

    private static IEnumerable<Diagnostic> Literals(RevisionDeclaration revision) =>
        revision.Computed().Select(each => Say(Diagnostics.ComputedArgument, each.GetLocation(), each.ToString()));

    private static IEnumerable<Diagnostic> Forms(RevisionDeclaration revision)
    {
        if (Advice(revision.Id, RevisionNames.IsId, RevisionNames.IdForm) is { } advice)
            yield return Say(Diagnostics.UnusableName, revision.IdLocation, "id", revision.Id, advice);
        foreach (var label in revision.Labels)
            if (Advice(label, RevisionNames.IsLabel, RevisionNames.LabelForm) is { } other)
                yield return Say(
                    Diagnostics.UnusableName,
                    revision.LocationOf(Names.BranchLabel, label),
                    "branch label",
                    label,
                    other
                );
    }

    /// <summary>What to do about a name; null: it can be used.</summary>
    private static string? Advice(string name, Func<string, bool> isUsable, string form) =>
        !isUsable(name) ? $"Write {form}"
        : RevisionNames.IsReserved(name) ? $"It {RevisionNames.Meaning}. {RevisionNames.Advice}"
        : null;

    private IEnumerable<Diagnostic> Duplicates(RevisionDeclaration revision)
    {
        if (history.ById[revision.Id].First() is var first && !IsSame(first, revision))
            yield return Say(
                Diagnostics.DuplicateRevision,
                revision.IdLocation,
                first.Title,
                revision.Title,
                revision.Id
            );
        foreach (var label in revision.Labels.Distinct())
            if (Owner(label) is { } owner && !IsSame(owner, revision))
                yield return Say(
                    Diagnostics.DuplicateLabel,
                    revision.LocationOf(Names.BranchLabel, label),
                    label,
                    owner.Title
                );
    }

    /// <summary>Ids and labels share one namespace.</summary>
    private RevisionDeclaration? Owner(string label) =>
        history.ById[label].Concat(history.Declaring(label)).FirstOrDefault();

    private IEnumerable<Diagnostic> References(RevisionDeclaration revision)
    {
        foreach (var parent in revision.Parents.Where(id => !history.ById.Contains(id)))
            yield return Unknown(revision, Names.Revises, "follows", parent, history.ById.Select(group => group.Key));
        foreach (var name in revision.DependsOn.Where(name => !history.Has(name)))
            yield return Unknown(revision, Names.DependsOn, "depends on", name, history.Names);
    }

    private static Diagnostic Unknown(
        RevisionDeclaration revision,
        string attribute,
        string verb,
        string name,
        IEnumerable<string> known
    ) =>
        Say(
            Diagnostics.UnknownRevision,
            revision.LocationOf(attribute, name),
            revision.Id,
            verb,
            name,
            Spelling.DidYouMean(name, known.Where(each => each != revision.Id))
                ?? "Bring its file back, or name another revision."
        );

    private IEnumerable<Diagnostic> Order(RevisionDeclaration revision)
    {
        if (history.Cycle.Any(each => IsSame(each, revision)))
            yield return Say(
                Diagnostics.RevisionCycle,
                revision.IdLocation,
                string.Join(", ", history.Cycle.Select(each => $"'{each.Id}'"))
            );
        if (history.Heads.Count > 1 && history.Heads.Any(each => IsSame(each, revision)))
            yield return Say(
                Diagnostics.SeveralHeads,
                revision.IdLocation,
                revision.Id,
                history.Heads.Count,
                string.Join(", ", history.Heads.Where(each => !IsSame(each, revision)).Select(each => $"'{each.Id}'"))
            );
    }

    private static bool IsSame(RevisionDeclaration one, RevisionDeclaration other) =>
        SymbolEqualityComparer.Default.Equals(one.Type, other.Type);

    private static Diagnostic Say(DiagnosticDescriptor problem, Location where, params object[] arguments) =>
        Diagnostic.Create(problem, where, arguments);
}
