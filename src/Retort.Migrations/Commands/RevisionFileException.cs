namespace Retort.Migrations;

/// <summary>A revision file cannot be written, changed or deleted for what the version history, a revision or a database says. Nothing was changed.</summary>
public sealed class RevisionFileException : RetortException
{
    private RevisionFileException(string code, string message, string hint, Exception? inner = null)
        : base(code, message, hint, inner) { }

    // A new revision has no place.

    internal static RevisionFileException SeveralHeads(IReadOnlyList<Revision> heads) =>
        new(
            "RT0631",
            $"There are {heads.Count} heads, and a new revision follows one:{Lines(heads)}",
            $"Type one of these:{string.Concat(heads.Select(head => $"{Environment.NewLine}  retort revision --head {head.Id}"))}{Environment.NewLine}or join them first: retort merge heads -m \"join\""
        );

    internal static RevisionFileException NotAHead(Revision revision, IEnumerable<Revision> children) =>
        new(
            "RT0632",
            $"Revision {Name(revision)} is no head: {string.Join(", ", children.Select(child => child.Id))} follows it. Nothing was written.",
            "Pass --splice to begin another branch there, or leave --head out."
        );

    internal static RevisionFileException NoSuchLocation(string path, IReadOnlyList<string> locations) =>
        new(
            "RT0633",
            $"{path} is no folder with revisions. Nothing was written.",
            $"Pass one of {string.Join(", ", locations)}."
        );

    internal static RevisionFileException NothingToMerge(IReadOnlyList<Revision> revisions) =>
        new(
            "RT0637",
            revisions is [var only]
                ? $"A merge joins several revisions, and there is only {Name(only)}. Nothing was written."
                : "A merge joins several revisions, and there are none. Nothing was written.",
            "`retort heads` lists what can be joined."
        );

    internal static RevisionFileException Overlapping(Revision below, IReadOnlyList<Revision> revisions) =>
        new(
            "RT0638",
            $"Revision {Name(below)} is below another one of {string.Join(", ", revisions.Select(each => each.Id))}, so that it has nothing to join. Nothing was written.",
            $"Leave out {below.Id}."
        );

    // What a revision does cannot be written into another file.

    internal static RevisionFileException RunsCode(Revision revision, Operation operation) =>
        new(
            "RT0634",
            $"Revision {Name(revision)} runs code, which belongs to its file: {operation.ToString().ReplaceLineEndings(" ")} Nothing was written.",
            "Write the new revision by hand, and copy that code."
        );

    internal static RevisionFileException NothingUndoes(Revision revision) =>
        new(
            "RT0635",
            $"The Downgrade of revision {Name(revision)} does nothing, so nothing is known that undoes it. Nothing was written.",
            "Type `retort revision -m \"what it undoes\"`, and write the way back by hand."
        );

    internal static RevisionFileException NotBelow(Revision revision, Revision? head) =>
        new(
            "RT0636",
            $"Revision {Name(revision)} is not below {head?.Id ?? "the base"}, which the new revision follows. Nothing was written.",
            $"Pass --head {revision.Id}@head, or name a revision of the branch that is extended."
        );

    internal static RevisionFileException NoFile(string symbol) =>
        new(
            "RT0649",
            symbol == EditCommand.Current
                ? "No revision is applied, so there is no file to edit."
                : $"'{symbol}' means no revision, so there is no file to edit.",
            "`retort history` lists the revisions."
        );

    private static string Lines(IEnumerable<Revision> revisions) =>
        string.Concat(revisions.Select(revision => $"{Environment.NewLine}  {Name(revision)}"));

    /// <summary>The id with what tells a person which revision that is, and where.</summary>
    private static string Name(Revision revision) =>
        $"{revision.Id}{(string.IsNullOrEmpty(revision.Message) ? "" : $", {revision.Message}")}{(revision.Location is { } location ? $" ({location})" : "")}";
}
