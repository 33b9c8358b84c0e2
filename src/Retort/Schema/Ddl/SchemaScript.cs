namespace Retort;

/// <summary>The statements that change a schema, written down instead of run: the tables that are rebuilt are known beforehand.</summary>
/// <param name="ddl">Writes the statements.</param>
/// <param name="before">The schema that the changes begin with.</param>
public sealed class SchemaScript(DdlCompiler ddl, MetaData before)
{
    private Dictionary<TableName, Table> _tables = ByName(before.Tables);
    private Dictionary<TableName, IReadOnlyList<string>> _triggers = [];

    /// <summary>The statements that create a table's triggers, which a rebuild makes again; by table.</summary>
    public IReadOnlyDictionary<TableName, IReadOnlyList<string>> Triggers
    {
        init => _triggers = new(value);
    }

    /// <summary>The whole script, a statement a text, each without its semicolon.</summary>
    /// <exception cref="SchemaException">A change names what is not there, or a table has what a rebuild would lose.</exception>
    public IReadOnlyList<string> Write(IReadOnlyList<DdlElement> changes)
    {
        List<DdlElement> here = [.. ddl.Here(changes)];
        return here.Count == 0 ? [] : [.. ddl.Script(here, Statements(here)).Select(Bare)];
    }

    /// <summary>The statements that make the changes, in whatever transaction they are to stand; each without its semicolon.</summary>
    /// <exception cref="SchemaException">A change names what is not there, or a table has what a rebuild would lose.</exception>
    public IReadOnlyList<string> Statements(IReadOnlyList<DdlElement> changes) =>
        [.. Steps([.. ddl.Here(changes)]).SelectMany(Statements).Select(Bare)];

    private IEnumerable<SchemaStep> Steps(IReadOnlyList<DdlElement> changes) =>
        SchemaStep.Plan(ddl, changes.Where(change => !ddl.StandsAlone(change)));

    private IReadOnlyList<string> Statements(SchemaStep step) =>
        step.Rebuilds is { } name ? Rebuild(name, step) : Plain(step.Changes[0]);

    private IReadOnlyList<string> Rebuild(TableName name, SchemaStep step)
    {
        var table =
            step.Together?.Before ?? _tables.GetValueOrDefault(name) ?? throw SchemaException.UnknownTable(name);
        var rebuild = TableRebuild.Of(table, step) with { Triggers = _triggers.GetValueOrDefault(name) ?? [] };
        _tables[name] = rebuild.After;
        return [.. ddl.Rebuild(rebuild).Select(step => step.Sql)];
    }

    private IReadOnlyList<string> Plain(DdlElement change)
    {
        if (ddl.Rebuilds)
            Follow(change);
        return [ddl.Compile(change)];
    }

    /// <summary>Keeps what is known of the tables true, for a rebuild that comes later.</summary>
    private void Follow(DdlElement change)
    {
        switch (change)
        {
            case CreateTable { IfNotExists: true } create when _tables.ContainsKey(create.Table.FullName):
                break;
            case CreateTable create:
                _tables[create.Table.FullName] = create.Table;
                break;
            case RenameTable rename:
                _tables = ByName(SchemaRenames.Apply(_tables.Values, rename));
                _triggers = _triggers.ToDictionary(
                    each => each.Key == rename.Table ? rename.Table with { Name = rename.NewName } : each.Key,
                    each => Renamed(each.Value, rename.Table.Name, rename.NewName)
                );
                break;
            case RenameColumn rename:
                _tables = ByName(SchemaRenames.Apply(_tables.Values, rename, ddl.Syntax));
                if (_triggers.TryGetValue(rename.Table, out var triggers))
                    _triggers[rename.Table] = Renamed(triggers, rename.Column, rename.NewName);
                break;
            default:
                if (SchemaStep.TableOf(change) is { } name && _tables.TryGetValue(name, out var table))
                    _tables[name] = TableChanges.Apply(table, [change]);
                break;
        }
    }

    private IReadOnlyList<string> Renamed(IReadOnlyList<string> triggers, string name, string newName) =>
        [.. triggers.Select(sql => SqlNames.Rename(sql, name, newName, ddl.Syntax))];

    private static Dictionary<TableName, Table> ByName(IEnumerable<Table> tables) =>
        tables.ToDictionary(table => table.FullName);

    private static string Bare(string statement) => statement.TrimEnd().TrimEnd(';');
}
