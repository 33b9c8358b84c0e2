namespace Retort.Migrations;

/// <summary>Something that a database has under the name that it had before: it gets its new one, and keeps what it holds.</summary>
public abstract record Rename
{
    private protected Rename() { }

    /// <summary>What it is now, and what it becomes, as <c>--rename</c> takes it: <c>hero.name=full_name</c>.</summary>
    public abstract string Flag { get; }

    /// <summary>What goes and what comes where it is not made, in words.</summary>
    public abstract string Instead { get; }

    /// <summary>What was detected.</summary>
    internal abstract string Words { get; }

    /// <summary>What makes it.</summary>
    internal abstract Operation Operation { get; }

    /// <summary>The schema of a database once it is made.</summary>
    internal abstract MetaData Apply(MetaData database, SqlSyntax syntax);

    /// <summary>The schema with other tables.</summary>
    private protected static MetaData With(MetaData schema, IEnumerable<Table> tables) =>
        new(tables) { Objects = schema.Objects, Warnings = schema.Warnings };

    /// <summary>A name as <see cref="RenameFlag"/> reads it: quoted where a sign in it means something else.</summary>
    private protected static string Written(string name) =>
        name.AsSpan().ContainsAny('.', '=', '"') ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

    /// <inheritdoc cref="Written(string)" />
    private protected static string Written(TableName name) =>
        name.Schema is { } schema ? $"{Written(schema)}.{Written(name.Name)}" : Written(name.Name);
}

/// <summary>A table under another name, in the same schema.</summary>
public sealed record TableRename(TableName Table, string NewName) : Rename
{
    /// <inheritdoc />
    public override string Flag => $"{Written(Table)}={Written(NewName)}";

    /// <inheritdoc />
    public override string Instead => $"table '{Table}' goes and table '{NewName}' comes with its columns";

    internal override string Words => $"Detected renamed table '{Table}' to '{NewName}'";

    internal override Operation Operation => new RenameTableOp(Table, NewName);

    internal override MetaData Apply(MetaData database, SqlSyntax syntax) =>
        With(database, SchemaRenames.Apply(database.Tables, new RenameTable(Table, NewName)));
}

/// <summary>A column under another name.</summary>
/// <param name="Table">The table, by the name that it will have.</param>
/// <param name="Column">The column.</param>
/// <param name="NewName">Its name from now on.</param>
public sealed record ColumnRename(TableName Table, string Column, string NewName) : Rename
{
    /// <inheritdoc />
    public override string Flag => $"{Written(Table)}.{Written(Column)}={Written(NewName)}";

    /// <inheritdoc />
    public override string Instead => $"column '{Table}.{Column}' goes and column '{NewName}' comes";

    internal override string Words => $"Detected renamed column '{Table}.{Column}' to '{NewName}'";

    internal override Operation Operation => new RenameColumnOp(Table, Column, NewName);

    internal override MetaData Apply(MetaData database, SqlSyntax syntax) =>
        With(database, SchemaRenames.Apply(database.Tables, new RenameColumn(Table, Column, NewName), syntax));
}

/// <summary>A label of an enum under another name; rows that have it follow.</summary>
public sealed record LabelRename(TableName Enum, string Label, string NewName) : Rename
{
    /// <inheritdoc />
    public override string Flag => $"{Written(Enum)}.{Written(Label)}={Written(NewName)}";

    /// <inheritdoc />
    public override string Instead => $"label '{Label}' of enum '{Enum}' goes and label '{NewName}' comes";

    internal override string Words => $"Detected renamed label '{Label}' of enum '{Enum}' to '{NewName}'";

    internal override Operation Operation => new RenameEnumLabelOp(Enum, Label, NewName);

    internal override MetaData Apply(MetaData database, SqlSyntax syntax) =>
        new(database.Tables.Select(table => table.With(table.Elements.Select(Element))))
        {
            Objects = [.. database.Objects.Select(Object)],
            Warnings = database.Warnings,
        };

    private SchemaObject Object(SchemaObject each) =>
        each is EnumDefinition found && found.Name == Enum ? found with { Labels = Renamed(found.Labels) } : each;

    private ValueList<string> Renamed(IEnumerable<string> labels) =>
        [.. labels.Select(label => label == Label ? NewName : label)];

    /// <summary>The type of a column of the enum, or of arrays of it, once the rename is made; null: another type.</summary>
    private SqlType? Renamed(SqlType type) =>
        type switch
        {
            EnumType found when new TableName(found.Name, found.Schema) == Enum => found with
            {
                Labels = Renamed(found.Labels),
            },
            ArrayOf array => Renamed(array.Element) is { } element ? array with { Element = element } : null,
            _ => null,
        };

    /// <summary>How PostgreSQL prints the label.</summary>
    private string Cast => $"{TypeMap.Quote(Label)}::";

    /// <summary>A column of the enum, also where its default is the label: rows get a label of the enum as it will be.</summary>
    private ITableElement Element(ITableElement element) =>
        element is Column column && Renamed(column.Type) is { } type
            ? column with
            {
                Type = type,
                ServerDefault = column.ServerDefault.Value switch
                {
                    string label when label == Label => NewName,
                    SqlFragment sql when sql.Text.StartsWith(Cast, StringComparison.Ordinal) => NewName,
                    _ => column.ServerDefault,
                },
            }
            : element;
}
