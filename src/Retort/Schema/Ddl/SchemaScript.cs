namespace Retort;

/// <summary>The statements that change a schema, written down instead of run: the tables that are rebuilt are known beforehand.</summary>
/// <param name="ddl">Writes the statements.</param>
/// <param name="before">The schema that the changes begin with.</param>
public sealed class SchemaScript(DdlCompiler ddl, MetaData before)
{
    private readonly Dictionary<TableName, Table> _tables = before.Tables.ToDictionary(table => table.FullName);

    /// <summary>The statements that create a table's triggers, which a rebuild makes again; by table.</summary>
    public IReadOnlyDictionary<TableName, IReadOnlyList<string>> Triggers { get; init; } =
        new Dictionary<TableName, IReadOnlyList<string>>();

    /// <summary>The whole script, a statement a text, each without its semicolon.</summary>
    /// <exception cref="SchemaException">A change names what is not there, or a table has what a rebuild would lose.</exception>
    public IReadOnlyList<string> Write(IReadOnlyList<DdlElement> changes) =>
        changes.Any(ddl.Matters)
            ? [.. ddl.Script(changes, [.. Steps(changes).SelectMany(Statements).Select(Bare)]).Select(Bare)]
            : [];

    private IEnumerable<SchemaStep> Steps(IReadOnlyList<DdlElement> changes) =>
        SchemaStep.Plan(ddl, changes.Where(change => !ddl.StandsAlone(change)));

    private IReadOnlyList<string> Statements(SchemaStep step) =>
        step.Rebuilds is { } name ? Rebuild(name, step.Changes) : Plain(step.Changes[0]);

    private IReadOnlyList<string> Rebuild(TableName name, IReadOnlyList<DdlElement> changes)
    {
        var table = _tables.GetValueOrDefault(name) ?? throw SchemaException.UnknownTable(name);
        var rebuild = TableRebuild.Of(table, changes) with { Triggers = Triggers.GetValueOrDefault(name) ?? [] };
        _tables[name] = rebuild.After;
        return [.. ddl.Rebuild(rebuild).Select(step => step.Sql)];
    }

    private IReadOnlyList<string> Plain(DdlElement change)
    {
        if (change is CreateTable create)
            _tables[create.Table.FullName] = create.Table;
        else if (ddl.Rebuilds && SchemaStep.TableOf(change) is { } name && _tables.TryGetValue(name, out var table))
            _tables[name] = TableChanges.Apply(table, [change]);
        return [ddl.Compile(change)];
    }

    private static string Bare(string statement) => statement.TrimEnd().TrimEnd(';');
}
