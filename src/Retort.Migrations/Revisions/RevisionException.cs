namespace Retort.Migrations;

/// <summary>A version history that contradicts itself, a target that it does not have, or a way that does not exist.</summary>
public sealed class RevisionException : RetortException
{
    private RevisionException(string code, string message, string? hint, params IEnumerable<string> revisions)
        : base(code, message, hint) => Revisions = [.. revisions];

    /// <summary>The ids, labels or symbols that the error is about, as far as the message names them.</summary>
    public IReadOnlyList<string> Revisions { get; }

    // The files contradict each other.

    internal static RevisionException InvalidId(Revision revision) =>
        new(
            "RT0501",
            $"The revision id '{revision.Id}'{At(revision)} is not made of {RevisionNames.IdForm}.",
            "Give the revision another id, such as 12 hexadecimal digits.",
            revision.Id
        );

    internal static RevisionException ReservedName(Revision revision, string name) =>
        new(
            "RT0502",
            $"Revision '{revision.Id}'{At(revision)} uses the name '{name}', which {RevisionNames.Meaning}.",
            $"{RevisionNames.Advice}.",
            name
        );

    internal static RevisionException DuplicateId(Revision first, Revision second) =>
        new(
            "RT0503",
            $"Two revisions have the id '{first.Id}':{Lines(first, second)}",
            "Give the newer one an id of its own, also in the [Revises] of what follows it; or delete one of the files if it is a copy.",
            first.Id
        );

    internal static RevisionException InvalidLabel(Revision revision, string label) =>
        new(
            "RT0504",
            $"The branch label '{label}' of revision '{revision.Id}'{At(revision)} could be read as something else.",
            $"Write {RevisionNames.LabelForm}.",
            label
        );

    internal static RevisionException LabelTaken(Revision revision, string label, Revision owner) =>
        new(
            "RT0505",
            owner.Id == label
                ? $"The branch label '{label}' of revision '{revision.Id}'{At(revision)} is the id of a revision{At(owner)}."
                : $"The branch label '{label}' is declared by two revisions:{Lines(owner, revision)}",
            "Revisions that follow a label's revision carry it by themselves: keep [BranchLabel] on the first one, and give the other branch another label.",
            revision.Id,
            owner.Id
        );

    internal static RevisionException MissingParent(Revision revision, string parent, IEnumerable<Revision> known) =>
        new(
            "RT0506",
            $"Revision '{revision.Id}'{At(revision)} follows '{parent}', but there is no such revision.",
            Spelling.DidYouMean(parent, known.Select(other => other.Id).Where(id => id != revision.Id))
                ?? $"Bring back the file of '{parent}' from version control, or let [Revises] of '{revision.Id}' name the revision before it.",
            revision.Id,
            parent
        );

    internal static RevisionException MissingDependency(Revision revision, string name, IEnumerable<string> known) =>
        new(
            "RT0507",
            $"Revision '{revision.Id}'{At(revision)} depends on '{name}', but there is no revision or branch label of that name.",
            Spelling.DidYouMean(name, known.Where(other => other != revision.Id))
                ?? $"Bring back the file of '{name}' from version control, or correct [DependsOn].",
            revision.Id,
            name
        );

    internal static RevisionException Cycle(IReadOnlyList<Revision> cycle) =>
        new(
            "RT0508",
            cycle is [var self]
                ? $"Revision '{self.Id}'{At(self)} follows or depends on itself."
                : $"Each of these revisions comes before the next, and the last before the first:{Lines([.. cycle])}",
            "Correct a [Revises] or [DependsOn] among them: one of them must not name a revision that comes after it.",
            cycle.Select(revision => revision.Id)
        );

    // A symbol means nothing, or more than one thing.

    internal static RevisionException UnknownRevision(RevisionGraph graph, string name) =>
        new(
            "RT0521",
            $"There is no revision or branch label '{name}'.",
            name == RevisionSymbol.Current
                ? "'current' is known to `retort show`, `retort edit` and `retort history -r`; here type an id, head, +1 or -1."
                : Spelling.DidYouMean(name, graph.Names.Concat(["head", "heads", "base"]))
                    ?? "`retort history` lists the revisions.",
            name
        );

    internal static RevisionException AmbiguousPrefix(string symbol, string prefix, IReadOnlyList<string> candidates) =>
        new(
            "RT0522",
            $"'{prefix}' is the beginning of {candidates.Count} names: {Some(candidates)}.",
            symbol.Contains('@') ? "Type more of it." : "Type more of it, or say on which branch: label@" + prefix,
            candidates
        );

    internal static RevisionException UnknownBranch(RevisionGraph graph, string label) =>
        new(
            "RT0523",
            $"There is no branch '{label}': neither a label nor a revision has that name.",
            Spelling.DidYouMean(label, graph.Names)
                ?? (
                    Labels(graph) is { Count: > 0 } labels
                        ? $"The labels are {Some(labels)}."
                        : "No revision declares a label; write [BranchLabel(\"…\")] on the first one of a branch."
                ),
            label
        );

    internal static RevisionException NotOnBranch(RevisionGraph graph, int node, string branch) =>
        new(
            "RT0524",
            $"Revision '{graph.Revisions[node].Id}' is neither before nor after the revision of branch '{branch}'.",
            $"Leave out '{branch}@', or name a revision of that branch; its last one is {branch}@head.",
            graph.Revisions[node].Id,
            branch
        );

    internal static RevisionException MultipleHeads(string symbol, IReadOnlyList<Revision> heads, bool takesSeveral) =>
        new(
            "RT0525",
            $"'{symbol}' means one revision, but there are {heads.Count}:{Lines([.. heads])}",
            $"Name one of them, or its branch ({Branch(heads[0])}@head){(takesSeveral ? ", or say 'heads' for all" : "")}.",
            heads.Select(head => head.Id)
        );

    internal static RevisionException MalformedSymbol(string symbol) =>
        new(
            "RT0526",
            $"'{symbol}' is not the form of a revision.",
            "Type an id or the beginning of one, a branch label, head, heads or base; before it label@, after it +n or -n; or +n or -n alone.",
            symbol
        );

    internal static RevisionException WalkNotAllowed(RevisionSymbol symbol) =>
        new(
            "RT0527",
            $"'{symbol.Text}' counts steps, and here a revision must be named.",
            "`retort history` lists the revisions; type an id, a branch label, head, heads or base.",
            symbol.Text
        );

    // There is no such way.

    internal static RevisionException UnknownRow(string row, Revision? nearest, IReadOnlyList<string> rows) =>
        new(
            "RT0541",
            $"The database is at revision '{row}', but no file declares it."
                + (
                    nearest is null
                        ? ""
                        : $" The last one applied before it that has a file is '{nearest.Id}'{At(nearest)}."
                )
                + " Nothing was changed.",
            $"Bring back the file of '{row}' from version control, or use the project and database that belong together. "
                + $"If the file is gone for good, type `retort stamp --purge {(rows.Count == 0 ? "ID" : string.Join(' ', rows))}`, which sets the version rows and changes nothing else; "
                + $"then `retort check` shows what '{row}' has left behind.",
            row
        );

    internal static RevisionException OverlappingTargets(RevisionGraph graph, int implied, IEnumerable<int> targets) =>
        new(
            "RT0542",
            $"The target '{graph.Revisions[implied].Id}' is on the way to another one of {Ids(graph.At(targets))}.",
            $"Leave out '{graph.Revisions[implied].Id}'.",
            graph.At(targets).Select(revision => revision.Id)
        );

    internal static RevisionException OverlappingRows(RevisionGraph graph, int implied, IEnumerable<int> rows) =>
        new(
            "RT0543",
            $"The version table has a row '{graph.Revisions[implied].Id}', which another one of its rows ({Ids(graph.At(rows))}) implies; there is one row a head. Nothing was changed.",
            $"Delete the row '{graph.Revisions[implied].Id}' from the version table if the later revision is applied, else the later one.",
            graph.At(rows).Select(revision => revision.Id)
        );

    internal static RevisionException WrongDirection(RevisionSymbol symbol, string command) =>
        new(
            "RT0544",
            $"'{symbol.Text}' leads nowhere that {command} goes.",
            command == "upgrade"
                ? "An upgrade takes +n; `retort downgrade -n` goes back."
                : "A downgrade takes -n; `retort upgrade +n` goes forward.",
            symbol.Text
        );

    internal static RevisionException WalkedTooFar(RevisionSymbol symbol, string start, int possible) =>
        new(
            "RT0545",
            $"'{symbol.Text}' goes {Steps(Math.Abs(symbol.Steps!.Value))} {(symbol.Steps > 0 ? "up" : "down")} from '{start}', but there {(possible == 1 ? "is" : "are")} only {possible}.",
            symbol.Steps > 0
                ? "'head' goes to the end of a branch, 'heads' to all ends."
                : "'base' goes back to the beginning.",
            symbol.Text
        );

    internal static RevisionException AmbiguousWalk(
        RevisionSymbol symbol,
        string at,
        IReadOnlyList<string> candidates
    ) =>
        new(
            "RT0546",
            $"'{symbol.Text}' can go on from '{at}' to any of {Some(candidates)}.",
            symbol is { Steps: > 0, Branch: null }
                ? $"Say which branch: {candidates[0]}@{symbol.Text}"
                : "Name the revision to go to.",
            candidates
        );

    internal static RevisionException AmbiguousStart(RevisionSymbol symbol, IReadOnlyList<Revision> starts) =>
        new(
            "RT0547",
            $"'{symbol.Text}' can start at any of {Ids(starts)}, which the database has.",
            $"Say which: {Branch(starts[0])}@{symbol.Text[(symbol.Text.LastIndexOf('@') + 1)..]}",
            starts.Select(start => start.Id)
        );

    internal static RevisionException NothingApplied(RevisionSymbol symbol) =>
        new(
            "RT0548",
            symbol.Branch is { } branch
                ? $"Nothing of the branch '{branch}' alone is applied, so '{symbol.Text}' has no start."
                : $"No revision is applied, so '{symbol.Text}' has no start.",
            "`retort current` shows what is applied.",
            symbol.Text
        );

    internal static RevisionException NotBelow(
        RevisionGraph graph,
        RevisionSymbol symbol,
        int? target,
        IEnumerable<int> rows
    ) =>
        new(
            "RT0549",
            $"'{symbol.Text}'{Meaning(graph, symbol, target)} is not below {(rows.Any() ? Ids(graph.At(rows)) : "the base")}, which the database is at.",
            "A downgrade goes to a revision that is applied; `retort upgrade` goes forward, `retort current` shows where the database is.",
            symbol.Text
        );

    internal static RevisionException MalformedRange(string range) =>
        new(
            "RT0550",
            $"'{range}' is not the form of a range.",
            "Type START:END, START: or :END; both ends are included. An end is a revision, current, or steps from the other end: -2:current, current:+1.",
            range
        );

    internal static RevisionException NoWay(string range, IReadOnlyList<Revision> from, IReadOnlyList<Revision> to) =>
        new(
            "RT0551",
            $"In '{range}' no way leads up from {Ids(from)} to {Ids(to)}: they are on different branches, or stand the other way round.",
            "A range begins with the older revision; `retort history` lists the newest first.",
            from.Concat(to).Select(revision => revision.Id)
        );

    private static string Meaning(RevisionGraph graph, RevisionSymbol symbol, int? target) =>
        target is { } node && graph.Revisions[node].Id != symbol.Text
            ? $" (revision '{graph.Revisions[node].Id}')"
            : "";

    private static string At(Revision revision) => revision.Location is { } location ? $" ({location})" : "";

    private static string Lines(params Revision[] revisions) =>
        string.Concat(
            revisions.Select(revision => $"{Environment.NewLine}  {revision.Id}{Words(revision.Message)}{At(revision)}")
        );

    private static string Words(string? message) => message is null ? "" : $", {message}";

    private static string Ids(IEnumerable<Revision> revisions) => Some([.. revisions.Select(revision => revision.Id)]);

    private static string Some(IReadOnlyList<string> names)
    {
        const int Most = 5;
        return string.Join(", ", names.Take(Most).Select(name => $"'{name}'"))
            + (names.Count > Most ? $" and {names.Count - Most} more" : "");
    }

    private static string Branch(Revision revision) => revision.BranchLabels is [var label, ..] ? label : revision.Id;

    private static string Steps(int count) => count == 1 ? "1 step" : $"{count} steps";

    private static IReadOnlyList<string> Labels(RevisionGraph graph) =>
        [.. graph.Revisions.SelectMany(revision => revision.BranchLabels).Order(StringComparer.Ordinal)];
}
