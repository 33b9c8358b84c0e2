using System.Text.RegularExpressions;

namespace Retort.Migrations;

/// <summary>
/// What two databases have beside tables, whoever made it: created, dropped and made anew. It comes last, because what uses a table or an
/// object that another difference takes away is made anew too.
/// </summary>
internal sealed class WholeObjectComparer
{
    /// <summary>What goes without any rows, and what others depend on by name.</summary>
    private static readonly HashSet<string> Remade =
    [
        "view",
        "materialized view",
        "index",
        "trigger",
        "rule",
        "policy",
        "statistics",
    ];

    private readonly Comparison _comparison;
    private readonly bool _drops;
    private readonly HashSet<string> _gone = [];
    private readonly List<CarriedObject> _dropped = [];

    private WholeObjectComparer(Comparison comparison, bool drops)
    {
        _comparison = comparison;
        _drops = drops;
    }

    /// <summary>Compares.</summary>
    /// <param name="comparison">Where differences are told.</param>
    /// <param name="drops">Whether what only the database has is dropped.</param>
    public static void Compare(Comparison comparison, bool drops) =>
        new WholeObjectComparer(comparison, drops).Compare();

    private void Compare()
    {
        var wanted = _comparison.Objects.ToDictionary(each => (each.Kind, each.Name));
        var disturbed = Disturbed();
        foreach (var found in _comparison.FoundObjects)
            Found(found, wanted.GetValueOrDefault((found.Kind, found.Name)), disturbed);
        foreach (var carried in Enumerable.Reverse(_dropped))
            _comparison.Add(
                Phase.DropObjectOfTables,
                new DropCarriedOp(carried.Kind, carried.Name) { Sql = carried.DropSql, Dropped = carried },
                wanted.ContainsKey((carried.Kind, carried.Name)) ? [] : [Words(carried)]
            );
        foreach (var declared in _comparison.Objects)
            Declared(declared, _comparison.FoundObject(declared));
        if (_drops)
            foreach (var found in _comparison.FoundObjects.Reverse())
                if (!wanted.ContainsKey((found.Kind, found.Name)) && !_dropped.Contains(found))
                    Removed(found);
    }

    /// <summary>The tables that views may stand in the way of; none where a table is rebuilt under its views.</summary>
    private HashSet<string> Disturbed() =>
        _comparison.Syntax.AlterTable
            ? _comparison
                .Changes.Select(change =>
                    change.Operation switch
                    {
                        DropColumnOp drop => drop.Table.Name,
                        AlterColumnOp alter when alter.Type is not null || alter.Collation is not null => alter
                            .Table
                            .Name,
                        DropTableOp drop => drop.Table.Name,
                        _ => null,
                    }
                )
                .OfType<string>()
                .ToHashSet()
            : [];

    /// <summary>Whether something must go before the tables change: in the order of creation, so that what uses it is seen behind it.</summary>
    private void Found(SchemaObject found, SchemaObject? wanted, HashSet<string> disturbed)
    {
        if (found is not CarriedObject carried)
            return;
        var goes = wanted switch
        {
            CarriedObject declared when !ObjectComparer.IsSame(declared, carried) => !CanReplace(declared, carried),
            null when _drops => carried.NeedsTables,
            _ => Uses(carried, disturbed),
        };
        if (!goes)
            return;
        _dropped.Add(carried);
        _gone.Add(SimpleName(carried));
    }

    private bool Uses(CarriedObject carried, HashSet<string> disturbed) =>
        Remade.Contains(carried.Kind) ? Mentions(carried, _gone) || Mentions(carried, disturbed)
        : carried.Kind is not ("function" or "procedure") ? false
        : carried.Sql.Contains("BEGIN ATOMIC", StringComparison.Ordinal)
            ? Mentions(carried, _gone) || Mentions(carried, disturbed)
        : carried.NeedsTables && Mentions(carried, _gone);

    private void Declared(SchemaObject declared, SchemaObject? found)
    {
        switch (declared, found)
        {
            case (SchemaNamespace schema, null):
                Added(declared, new CreateSchemaOp(schema.Schema));
                break;
            case (EnumDefinition type, null):
                Added(declared, new CreateEnumOp(type.Name, type.Labels));
                break;
            case (EnumDefinition type, EnumDefinition there):
                ObjectComparer.Labels(_comparison, type, there);
                break;
            case (CarriedObject carried, null):
                Added(declared, new CreateCarriedOp(carried));
                break;
            case (CarriedObject carried, CarriedObject there) when !ObjectComparer.IsSame(carried, there):
                _comparison.Add(
                    ObjectComparer.PhaseOf(declared),
                    new CreateCarriedOp(carried) { Replaced = _dropped.Contains(there) ? null : there },
                    $"Detected changed {declared.Kind} '{declared.Name}'"
                );
                break;
            case (CarriedObject carried, CarriedObject there) when _dropped.Contains(there):
                _comparison.Add(ObjectComparer.PhaseOf(declared), new CreateCarriedOp(carried));
                break;
        }
        if (declared is not CarriedObject)
            Comment(declared, found);
    }

    private void Added(SchemaObject declared, Operation operation) =>
        _comparison.Add(
            ObjectComparer.PhaseOf(declared),
            operation,
            $"Detected added {declared.Kind} '{declared.Name}'"
        );

    private void Comment(SchemaObject declared, SchemaObject? found)
    {
        if (_comparison.Syntax.Comments && declared.Comment != found?.Comment)
            _comparison.Add(
                Phase.Comment,
                new SetObjectCommentOp(declared.Kind, declared.Name, declared.Comment) { Existing = found?.Comment },
                found is null ? [] : [$"Detected changed comment on {declared.Kind} '{declared.Name}'"]
            );
    }

    private void Removed(SchemaObject found)
    {
        var words = Words(found);
        switch (found)
        {
            case SchemaNamespace schema:
                _comparison.Add(Phase.DropObject, new DropSchemaOp(schema.Schema), words);
                break;
            case EnumDefinition type:
                _comparison.Add(Phase.DropObject, new DropEnumOp(type.Name) { Dropped = type.Labels }, words);
                break;
            case CarriedObject carried:
                _comparison.Add(
                    Phase.DropObject,
                    new DropCarriedOp(carried.Kind, carried.Name) { Sql = carried.DropSql, Dropped = carried },
                    words
                );
                break;
        }
    }

    private static string Words(SchemaObject removed) => $"Detected removed {removed.Kind} '{removed.Name}'";

    /// <summary>Whether CREATE OR REPLACE takes the place of what is there: arguments, their names and defaults, and the result must be the same.</summary>
    private static bool CanReplace(CarriedObject declared, CarriedObject found) =>
        declared.Sql.StartsWith("CREATE OR REPLACE", StringComparison.OrdinalIgnoreCase)
        && Head(declared.Sql) == Head(found.Sql);

    private static string Head(string sql) => string.Join('\n', sql.ReplaceLineEndings("\n").Split('\n').Take(2));

    private static bool Mentions(CarriedObject carried, HashSet<string> names) =>
        names.Any(name => Regex.IsMatch(carried.Sql, $@"(?<!\w){Regex.Escape(name)}(?!\w)"));

    /// <summary>The name by which others know it.</summary>
    private static string SimpleName(CarriedObject carried) =>
        carried.Kind is "trigger" or "rule" or "policy"
            ? carried.Name.Name.Split('.', 2)[^1]
            : carried.Name.Name.Split('(')[0];
}
