using System.Text.RegularExpressions;

namespace Retort.Migrations;

/// <summary>A rename as it is typed: <c>hero.name=full_name</c>, <c>team=squad</c>, <c>mood.gloomy=sad</c>, each with its schema before it; a name may stand in double quotes.</summary>
internal static partial class RenameFlag
{
    /// <summary>What it means for a database, in which other renames are made already.</summary>
    /// <exception cref="RenameException">It is not of this form, the database has nothing of the name, or the models have not the new name.</exception>
    public static Rename Parse(string flag, MetaData declared, RenamedSchema database)
    {
        if (Form.Match(flag) is not { Success: true } match)
            throw RenameException.Malformed(flag);
        string[] path = [.. match.Groups["part"].Captures.Select(part => Unquoted(part.Value))];
        var newName = Unquoted(match.Groups["new"].Value);
        var rename =
            Meanings(path, newName, database).FirstOrDefault(each => Is(each, database.Schema))
            ?? throw RenameException.NotThere(flag, path, database.Schema);
        if (Is(Renamed(rename), database.Schema))
            throw RenameException.Taken(flag, newName);
        return Is(Renamed(rename), declared) ? rename : throw RenameException.NotDeclared(flag, newName);
    }

    /// <summary>What it can mean, the likeliest first: a table may be named as it was before.</summary>
    private static IEnumerable<Rename> Meanings(string[] path, string newName, RenamedSchema database)
    {
        if (path.Length > 1)
        {
            var owner = path.Length == 3 ? new TableName(path[1], path[0]) : new TableName(path[0]);
            yield return new ColumnRename(owner, path[^1], newName);
            yield return new LabelRename(owner, path[^1], newName);
            if (database.Renames.OfType<TableRename>().LastOrDefault(each => each.Table == owner) is { } renamed)
                yield return new ColumnRename(owner with { Name = renamed.NewName }, path[^1], newName);
        }
        if (path.Length < 3)
            yield return new TableRename(
                path.Length == 2 ? new TableName(path[1], path[0]) : new TableName(path[0]),
                newName
            );
    }

    private static Rename Renamed(Rename rename) =>
        rename switch
        {
            TableRename table => table with { Table = table.Table with { Name = table.NewName } },
            ColumnRename column => column with { Column = column.NewName },
            LabelRename label => label with { Label = label.NewName },
            _ => rename,
        };

    /// <summary>Whether a schema has what is renamed.</summary>
    private static bool Is(Rename rename, MetaData schema) =>
        rename switch
        {
            TableRename table => schema.Find(table.Table) is not null,
            ColumnRename column => schema.Find(column.Table)?.FindColumn(column.Column) is not null,
            LabelRename label => LabelsOf(label.Enum, schema).Contains(label.Label),
            _ => false,
        };

    /// <summary>The labels of an enum: of the database's own object, or as the columns of models have them.</summary>
    private static IEnumerable<string> LabelsOf(TableName name, MetaData schema) =>
        schema
            .Objects.OfType<EnumDefinition>()
            .Where(each => each.Name == name)
            .SelectMany(each => each.Labels)
            .Concat(
                ImpliedObjects
                    .EnumTypes(schema)
                    .Where(type => new TableName(type.Name, type.Schema) == name)
                    .SelectMany(type => type.Labels)
            );

    private static string Unquoted(string name) =>
        name[0] is '"' ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;

    [GeneratedRegex(
        """^(?:(?<part>"(?:[^"]|"")+"|[^".=]+)(?:\.|(?==))){1,3}=(?<new>"(?:[^"]|"")+"|[^".=]+)$""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Form { get; }
}
