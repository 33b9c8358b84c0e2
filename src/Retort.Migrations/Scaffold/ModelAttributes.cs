namespace Retort.Migrations;

/// <summary>What attributes say of a table: its name, keys, constraints and indexes. What is as the conventions have it is not said.</summary>
/// <param name="table">The table.</param>
/// <param name="names">The names of classes and properties.</param>
internal sealed class ModelAttributes(Table table, ModelNames names)
{
    /// <summary>The attributes of the class, in the order in which they are read.</summary>
    public IEnumerable<string> OfClass() =>
        [
            TableAttribute(),
            .. Comment(table.Comment),
            .. PrimaryKey(),
            .. table.UniqueConstraints.Select(Unique),
            .. table.CheckConstraints.Select(Check),
            .. table
                .ForeignKeys.Where(key => !IsOnProperty(key))
                .Select(key => ForeignKey(key, Properties(key.Columns))),
            .. table.Indexes.Where(index => !IsOnProperty(index)).Select(Index),
        ];

    /// <summary>The attributes of a property that say keys and indexes of its column alone.</summary>
    public IEnumerable<string> OfProperty(Column column, ModelType type) =>
        [
            .. table.PrimaryKey is { } key && SaysKey(key) && key.Columns.Contains(column.Name)
                ? Key(column, type)
                : [],
            .. table
                .ForeignKeys.Where(each => IsOnProperty(each) && each.Columns[0] == column.Name)
                .Select(each => ForeignKey(each, [])),
            .. table
                .Indexes.Where(each => IsOnProperty(each) && each.Elements[0].Text == column.Name)
                .Select(_ => "Index"),
        ];

    private static IEnumerable<string> Comment(string? comment) =>
        comment is null ? [] : [$"Comment({CSharp.Literal(comment)})"];

    private string TableAttribute() =>
        Call(
            "Table",
            ModelNames.Conventional(names.Class(table.FullName)!) == table.Name ? null : CSharp.Literal(table.Name),
            Said("Schema", table.Schema),
            table.PrimaryKey is null ? "Keyless = true" : null,
            Said("Options", table.Options)
        );

    /// <summary><c>[Key]</c> on the properties says a key with its usual name whose columns stand in the table's order.</summary>
    private bool SaysKey(PrimaryKeyConstraint key) =>
        IsConventional(key)
        && key.Timing is ConstraintTiming.Immediate
        && key.Columns.SequenceEqual(table.Columns.Select(column => column.Name).Where(key.Columns.Contains));

    /// <summary>A key that is a whole number is counted up, unless it is said that it is not.</summary>
    private static IEnumerable<string> Key(Column column, ModelType type) =>
        type.IsWhole && !column.Autoincrement ? ["Key", "DatabaseGenerated(DatabaseGeneratedOption.None)"] : ["Key"];

    private IEnumerable<string> PrimaryKey() =>
        table.PrimaryKey is { } key && !SaysKey(key)
            ? [Call("PrimaryKey", [.. Properties(key.Columns), Name(key), Timing(key.Timing)])]
            : [];

    private string Unique(UniqueConstraint unique) =>
        Call(
            "Unique",
            [
                .. Properties(unique.Columns),
                Name(unique),
                Flag("NullsNotDistinct", unique.NullsNotDistinct),
                Timing(unique.Timing),
            ]
        );

    private string Check(CheckConstraint check) => Call("Check", CSharp.Literal(check.Sql), Name(check));

    /// <summary>A key of one column to the key of a model, without anything special, stands on the property.</summary>
    private static bool IsOnProperty(ForeignKeyConstraint key) => key.Columns.Count == 1;

    private string ForeignKey(ForeignKeyConstraint key, IEnumerable<string> columns) =>
        Call(
            $"ForeignKey<{names.Class(key.Table)}>",
            [
                .. columns,
                $"References = [{string.Join(", ", key.References.Select(column => NameOf(key.Table, column)))}]",
                Name(key),
                Action("OnDelete", key.OnDelete),
                Action("OnUpdate", key.OnUpdate),
                Timing(key.Timing),
            ]
        );

    private bool IsOnProperty(TableIndex index) =>
        index.Elements is [{ IsExpression: false } only]
        && NamingConvention.Standard.Apply(table.Name, new TableIndex(null, [only.Text])) == index;

    private string Index(TableIndex index) =>
        Call(
            "Index",
            [
                .. Properties(index.Elements.Where(element => !element.IsExpression).Select(element => element.Text)),
                Expressions(index.Elements.Where(element => element.IsExpression).ToList()),
                $"Name = {CSharp.Literal(index.Name!)}",
                Flag("Unique", index.Unique),
                index.Elements.Any(element => element.Descending)
                    ? $"Descending = [{string.Join(", ", index.Elements.Where(element => !element.IsExpression).Select(element => CSharp.Bool(element.Descending)))}]"
                    : null,
                Said("Where", index.Where),
                Said("Method", index.Method),
                index.Include.Count > 0 ? $"Include = [{string.Join(", ", Properties(index.Include))}]" : null,
                Flag("NullsNotDistinct", index.NullsNotDistinct),
            ]
        );

    private static string? Expressions(List<IndexElement> expressions) =>
        expressions.Count > 0
            ? $"Expressions = [{string.Join(", ", expressions.Select(each => CSharp.Literal(each.Text)))}]"
            : null;

    private bool IsConventional(Constraint constraint) =>
        NamingConvention
            .Standard.Apply(table.Name, constraint with { Name = null }, table.Columns.Select(column => column.Name))
            .Name == constraint.Name;

    private string? Name(Constraint constraint) => IsConventional(constraint) ? null : Said("Name", constraint.Name);

    private IEnumerable<string> Properties(IEnumerable<string> columns) =>
        columns.Select(column => $"nameof({names.Property(table.FullName, column)})");

    private string NameOf(TableName referred, string column) =>
        $"nameof({names.Class(referred)}.{names.Property(referred, column)})";

    private static string? Said(string name, string? text) => text is null ? null : $"{name} = {CSharp.Literal(text)}";

    private static string? Flag(string name, bool value) => value ? $"{name} = true" : null;

    private static string? Timing(ConstraintTiming timing) =>
        timing is ConstraintTiming.Immediate ? null : $"Timing = ConstraintTiming.{timing}";

    private static string? Action(string name, ReferentialAction action) =>
        action is ReferentialAction.NoAction ? null : $"{name} = ReferentialAction.{action}";

    private static string Call(string name, params IEnumerable<string?> arguments)
    {
        var said = string.Join(", ", arguments.Where(argument => argument is not null));
        return said.Length > 0 ? $"{name}({said})" : name;
    }
}
