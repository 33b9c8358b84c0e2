namespace Retort.Migrations;

/// <summary>What may be a rename must be said, and what is said must be one. Nothing was written.</summary>
public sealed class RenameException : RetortException
{
    private RenameException(string code, string message, string hint)
        : base(code, message, hint) { }

    /// <summary>The renames to choose from, the likeliest for each thing that goes.</summary>
    public IReadOnlyList<Rename> Likely { get; private init; } = [];

    internal static RenameException Unsaid(IReadOnlyList<Rename> all)
    {
        var likely = Matched(all);
        return new(
            "RT0742",
            $"What goes and what comes may be the same under another name: {string.Join("; ", likely.Select(each => each.Instead))}. Nothing was written.",
            $"Where it was renamed, pass {string.Join(" ", likely.Select(each => $"--rename {Shell(each.Flag)}"))} (or mark it with [RenamedFrom]); --no-rename drops and adds what no --rename names."
        )
        {
            Likely = likely,
        };
    }

    /// <summary>One rename for each thing that goes, and each thing that comes.</summary>
    private static List<Rename> Matched(IReadOnlyList<Rename> all)
    {
        var matched = new List<Rename>();
        var taken = new HashSet<string>();
        foreach (var rename in all)
        {
            var (goes, comes) = Ends(rename);
            if (taken.Contains(goes) || taken.Contains(comes))
                continue;
            taken.UnionWith([goes, comes]);
            matched.Add(rename);
        }
        return matched;
    }

    private static (string Goes, string Comes) Ends(Rename rename) =>
        rename switch
        {
            TableRename table => ($"- {table.Table}", $"+ {table.Table with { Name = table.NewName }}"),
            ColumnRename column => ($"- {column.Table}.{column.Column}", $"+ {column.Table}.{column.NewName}"),
            LabelRename label => ($"- {label.Enum}.{label.Label}", $"+ {label.Enum}.{label.NewName}"),
            _ => (rename.Flag, rename.Flag),
        };

    internal static RenameException Malformed(string flag) =>
        new(
            "RT0743",
            $"'{flag}' is no rename. Nothing was written.",
            "Write table.column=new_name, table=new_name or enum.label=new_label; a name with a point in it stands in double quotes."
        );

    internal static RenameException NotThere(string flag, IReadOnlyList<string> path, MetaData database)
    {
        var known = database.Tables.SelectMany(table =>
            table.Columns.Select(column => $"{table}.{column.Name}").Prepend($"{table}")
        );
        return new(
            "RT0744",
            $"--rename {flag}: the database has no table, column or label {string.Join('.', path)}. Nothing was written.",
            Spelling.DidYouMean(string.Join('.', path), known)
                ?? "The name before the = is the one in the database; what [RenamedFrom] tells needs no --rename."
        );
    }

    internal static RenameException Taken(string flag, string newName) =>
        new(
            "RT0745",
            $"--rename {flag}: the database has '{newName}' already. Nothing was written.",
            "Where names move on, rename that one first: the order of --rename counts."
        );

    internal static RenameException NotDeclared(string flag, string newName) =>
        new(
            "RT0746",
            $"--rename {flag}: the models have no '{newName}' there. Nothing was written.",
            "The name behind the = is the one in the models."
        );

    /// <summary>An argument as a shell takes it.</summary>
    private static string Shell(string flag) => flag.Contains('"', StringComparison.Ordinal) ? $"'{flag}'" : flag;
}
