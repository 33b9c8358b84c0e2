namespace Retort.Migrations;

/// <summary>Something to know before the script of a diff is run.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Text">What, in words.</param>
public sealed record DiffNote(DiffNoteKind Kind, string Text);

/// <summary>Why a note is made.</summary>
public enum DiffNoteKind
{
    /// <summary>A step destroys rows or values.</summary>
    Destroys,

    /// <summary>What is dropped and what is added look like one thing with another name.</summary>
    Renamed,

    /// <summary>Something that only one has, of a kind that is not compared.</summary>
    Unread,
}

/// <summary>What is to be known before the script of a diff is run.</summary>
internal static class DiffNotes
{
    /// <summary>The notes, those of what is destroyed first.</summary>
    public static IEnumerable<DiffNote> Of(AutogenerateResult changes, MetaData before, MetaData after) =>
        [
            .. changes
                .Upgrade.Select(each => each.Destroys)
                .OfType<string>()
                .Select(text => Note(DiffNoteKind.Destroys, text)),
            .. changes.LikelyRenames.Select(each =>
                Note(DiffNoteKind.Renamed, $"{each.Instead} (--rename {each.Flag})")
            ),
            .. Unread(before, after).Select(text => Note(DiffNoteKind.Unread, text)),
        ];

    private static DiffNote Note(DiffNoteKind kind, string text) => new(kind, text);

    /// <summary>What is not read, where only one has it.</summary>
    private static IEnumerable<string> Unread(MetaData before, MetaData after) =>
        [
            .. before.Warnings.Except(after.Warnings).Select(warning => $"only FROM: {warning}"),
            .. after.Warnings.Except(before.Warnings).Select(warning => $"only TO: {warning}"),
            .. after.Tables.SelectMany(table => Unread(before.Find(table.FullName), table)),
        ];

    private static IEnumerable<string> Unread(Table? before, Table after) =>
        before is null || before.NotModelled.SequenceEqual(after.NotModelled)
            ? []
            : [$"table '{after}': {string.Join(", ", before.NotModelled.Concat(after.NotModelled).Distinct())}"];
}
