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
            $"Add to the command which one: {string.Join(" or ", heads.Select(head => $"--head {head.Id}"))}. Or join them first: retort merge heads -m \"join\""
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

    // A file is not deleted.

    internal static RevisionFileException Applied(Revision revision, Engine engine, IReadOnlyList<Revision> below) =>
        new(
            "RT0639",
            $"Revision {Name(revision)} is applied in {engine.Description}. Nothing was changed.",
            $"Type `retort downgrade {(below is [var parent, ..] ? parent.Id : $"{revision.Id}@base")}` first; or write what undoes it: retort revision --revert {revision.Id}"
        );

    internal static RevisionFileException Unchecked(Engine engine, DatabaseException error) =>
        new(
            "RT0640",
            $"It is not known what is applied in {engine.Description}: {error.Message} Nothing was changed.",
            "Name a database that can be reached with --url; or pass --no-database where no database has these revisions.",
            error
        );

    internal static RevisionFileException SharedFile(RevisionScript script) =>
        new(
            "RT0641",
            $"{script.Path} declares other revisions beside {script.Revision.Id}. Nothing was changed.",
            "Move each revision into a file of its own."
        );

    internal static RevisionFileException LabelWouldGo(Revision revision, Revision next) =>
        new(
            "RT0642",
            $"Revision {Name(revision)} declares the branch label '{revision.BranchLabels[0]}', which {next.Id} goes on using. Nothing was changed.",
            $"Move [BranchLabel] to the revision that is to begin the branch{(next.Location is { } location ? $", such as {location.Path}" : "")}."
        );

    internal static RevisionFileException NotARange(string range, string problem) =>
        new(
            "RT0643",
            $"'{range}' is no line of revisions: {problem}. Nothing was changed.",
            "Type FIRST:LAST, two revisions of which the last follows the first, each the only one that it follows."
        );

    internal static RevisionFileException Branches(Revision revision, Revision child) =>
        new(
            "RT0644",
            $"Revision {Name(child)} follows {revision.Id}, which would be gone. Nothing was changed.",
            $"Choose a range that ends with {revision.Id} or begins behind it."
        );

    internal static RevisionFileException Between(Revision revision, Engine engine, Revision last) =>
        new(
            "RT0645",
            $"{engine.Description} is at revision {Name(revision)}, which would be gone. Nothing was changed.",
            $"Type `retort upgrade {last.Id}` first."
        );

    internal static RevisionFileException Unfinished(RevisionScript script) =>
        new(
            "RT0652",
            $"{script.Path} has taken the place of other revisions, and their files are not all gone. Nothing was changed.",
            $"Type `retort squash {script.UnfinishedSquash}` again, which does the rest."
        );

    // A database is not taken over.

    internal static RevisionFileException Versioned(Engine engine, TableName versionTable) =>
        new(
            "RT0747",
            $"{engine.Description} has a version table, {versionTable}: it belongs to revisions already. Nothing was written.",
            "Use the files of those revisions; or drop that table first, where they are given up."
        );

    internal static RevisionFileException HasRevisions(string folder) =>
        new(
            "RT0748",
            $"{folder} has revisions already, and a baseline is the first. Nothing was written.",
            "Type `retort stamp head` where they make what the database has."
        );

    internal static RevisionFileException NothingThere(Engine engine) =>
        new(
            "RT0749",
            $"{engine.Description} has nothing to take over. Nothing was written.",
            "Type `retort init`, without --baseline; or name another database with --url."
        );

    internal static RevisionFileException NoTemplate(string name, IReadOnlyList<string> known) =>
        new(
            "RT0646",
            $"There is no template '{name}'. Nothing was written.",
            Spelling.DidYouMean(name, known) ?? $"The templates are {string.Join(", ", known)}."
        );

    internal static RevisionFileException NoFile(string symbol) =>
        new(
            "RT0649",
            symbol == RevisionSymbol.Current
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
