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
                .Upgrade.Where(each => each.IsDestructive && each is not DropColumnOp { Dropped.Computed: not null })
                .Select(each => Note(DiffNoteKind.Destroys, Lost(each))),
            .. changes.LikelyRenames.Select(each =>
                Note(DiffNoteKind.Renamed, $"{each.Instead} (--rename {each.Flag})")
            ),
            .. Unread(before, after).Select(text => Note(DiffNoteKind.Unread, text)),
        ];

    private static DiffNote Note(DiffNoteKind kind, string text) => new(kind, text);

    private static string Lost(Operation operation) =>
        operation switch
        {
            DropTableOp drop => $"table '{drop.Table}' with all its rows",
            DropColumnOp drop => $"column '{drop.Table}.{drop.Column}' with all its values",
            AlterEnumOp alter =>
                $"enum '{alter.Name}' loses {string.Join(", ", alter.Removed.Select(label => $"'{label}'"))}, which no row may have",
            DropSequenceOp drop => $"sequence '{drop.Name}' with its last number",
            DropCarriedOp drop => $"{drop.Kind} '{drop.Name}' with all its rows",
            _ => operation.ToString(),
        };

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
