using System.Text.RegularExpressions;

namespace Retort.Migrations;

/// <summary>
/// What there is beside tables: created, changed, dropped and made anew. It comes last, because what uses a table or an object that another
/// difference takes away is made anew too.
/// </summary>
internal sealed class ObjectComparer
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
    private readonly List<SchemaObject> _dropped = [];

    private ObjectComparer(Comparison comparison, bool drops)
    {
        _comparison = comparison;
        _drops = drops;
    }

    /// <summary>Compares.</summary>
    /// <param name="comparison">Where differences are told.</param>
    /// <param name="drops">Whether what only the database has is dropped.</param>
    public static void Compare(Comparison comparison, bool drops) => new ObjectComparer(comparison, drops).Compare();

    private void Compare()
    {
        var wanted = _comparison.Objects.ToDictionary(each => (each.Kind, each.Name));
        foreach (var declared in _comparison.Objects.OfType<EnumDefinition>())
            if (_comparison.FoundObject(declared) is EnumDefinition found)
                EnumComparer.Compare(_comparison, declared, found);
        var disturbed = Disturbed();
        foreach (var found in _comparison.FoundObjects)
            if (Goes(found, wanted.GetValueOrDefault((found.Kind, found.Name)), disturbed))
            {
                _dropped.Add(found);
                _gone.Add(SimpleName(found));
            }
        foreach (var found in Enumerable.Reverse(_dropped))
            _comparison.Add(
                Phase.DropObjectOfTables,
                ObjectOperations.Drop(found),
                wanted.ContainsKey((found.Kind, found.Name)) ? [] : [Removed(found)]
            );
        foreach (var declared in _comparison.Objects)
            Declared(declared, _comparison.FoundObject(declared));
        if (_drops)
            foreach (var found in _comparison.FoundObjects.Reverse())
                if (!wanted.ContainsKey((found.Kind, found.Name)) && !_dropped.Contains(found))
                    _comparison.Add(Phase.DropObject, ObjectOperations.Drop(found), Removed(found));
    }

    /// <summary>The tables that views may stand in the way of; none where a table is rebuilt under its views.</summary>
    private HashSet<string> Disturbed() =>
        _comparison.Syntax.AlterTable
            ? _comparison.Changes.SelectMany(change => Disturbed(change.Operation)).ToHashSet()
            : [];

    private IEnumerable<string> Disturbed(Operation operation) =>
        operation switch
        {
            DropColumnOp drop => [drop.Table.Name],
            AlterColumnOp alter when alter.Type is not null || alter.Collation is not null => [alter.Table.Name],
            DropTableOp drop => [drop.Table.Name],
            AlterEnumOp alter => _comparison
                .Common.Where(pair => pair.Found.Columns.Any(column => Is(column.Type, alter.Name)))
                .Select(pair => pair.Name.Name),
            _ => [],
        };

    private static bool Is(SqlType type, TableName name) =>
        type is ArrayOf array
            ? Is(array.Element, name)
            : type is EnumType own && new TableName(own.Name, own.Schema) == name;

    /// <summary>Whether something must go before the tables change: in the order of creation, so that what uses it is seen behind it.</summary>
    private bool Goes(SchemaObject found, SchemaObject? wanted, HashSet<string> disturbed) =>
        wanted is null ? _drops && found.NeedsTables
        : found is SchemaNamespace or EnumDefinition or ExtensionDefinition ? false
        : Uses(found, disturbed) || !IsSame(wanted, found) && Change(found, wanted) is null;

    private bool Uses(SchemaObject found, HashSet<string> disturbed) =>
        Remade.Contains(found.Kind) ? Mentions(found, _gone) || Mentions(found, disturbed)
        : found.Kind is not ("function" or "procedure") ? false
        : Sql(found).Contains("BEGIN ATOMIC", StringComparison.Ordinal)
            ? Mentions(found, _gone) || Mentions(found, disturbed)
        : found.NeedsTables && Mentions(found, _gone);

    private void Declared(SchemaObject declared, SchemaObject? found)
    {
        var phase = declared.NeedsTables ? Phase.CreateObjectOfTables : Phase.CreateObject;
        switch (declared, found)
        {
            case (_, null):
                _comparison.Add(
                    phase,
                    ObjectOperations.Create(declared),
                    $"Detected added {declared.Kind} '{declared.Name}'"
                );
                break;
            case (EnumDefinition, EnumDefinition):
                break; // was compared before what stands on its columns
            case (_, { } there) when _dropped.Contains(there):
                _comparison.Add(
                    phase,
                    ObjectOperations.Create(declared),
                    IsSame(declared, there) ? [] : [Changed(declared)]
                );
                break;
            case (_, { } there) when !IsSame(declared, there):
                _comparison.Add(phase, Change(there, declared)!, Changed(declared));
                break;
        }
        Comment(declared, found);
    }

    /// <summary>What is said of an object; nothing where it is created with its comment, or carries it in its SQL.</summary>
    private void Comment(SchemaObject declared, SchemaObject? found)
    {
        var isSaid = declared is SchemaNamespace or EnumDefinition || found is not null && !_dropped.Contains(found);
        if (isSaid && IsCommented(declared, found))
            _comparison.Add(
                Phase.Comment,
                new SetObjectCommentOp(declared.Kind, declared.Name, declared.Comment) { Existing = found?.Comment },
                found is null ? [] : [$"Detected changed comment on {declared.Kind} '{declared.Name}'"]
            );
    }

    private bool IsCommented(SchemaObject declared, SchemaObject? found) =>
        _comparison.Syntax.Comments
        && !_comparison.IsImplied(declared)
        && declared is not (CarriedObject or ExtensionDefinition)
        && found is not CarriedObject
        && declared.Comment != found?.Comment;

    /// <summary>What makes one of the other in its place; null where it must go first, with what stands on it.</summary>
    private Operation? Change(SchemaObject found, SchemaObject wanted) =>
        found is ViewDefinition && !_comparison.Syntax.AlterTable && HasTriggers(found)
            ? null
            : ObjectOperations.Change(Alike(found, wanted), Alike(wanted, found));

    /// <summary>A view that is made anew loses its triggers.</summary>
    private bool HasTriggers(SchemaObject view)
    {
        HashSet<string> name = [view.Name.Name];
        return _comparison.FoundObjects.Any(each => each.Kind is "trigger" && Mentions(each, name));
    }

    private bool IsSame(SchemaObject declared, SchemaObject found) =>
        _comparison.Norms.SameObject(Alike(declared, found), Alike(found, declared));

    /// <summary>The object in the form of another one: as SQL, where the other one is carried.</summary>
    private SchemaObject Alike(SchemaObject each, SchemaObject other) =>
        other is CarriedObject ? CarriedObjects.Of(each, _comparison.Ddl) : each;

    private static string Removed(SchemaObject found) => $"Detected removed {found.Kind} '{found.Name}'";

    private static string Changed(SchemaObject declared) => $"Detected changed {declared.Kind} '{declared.Name}'";

    private bool Mentions(SchemaObject each, HashSet<string> names)
    {
        if (names.Count == 0)
            return false;
        var sql = Sql(each);
        return names.Any(name => Regex.IsMatch(sql, $@"(?<!\w){Regex.Escape(name)}(?!\w)"));
    }

    private string Sql(SchemaObject each) => CarriedObjects.Of(each, _comparison.Ddl).Sql;

    /// <summary>The name by which others know it.</summary>
    private static string SimpleName(SchemaObject each) =>
        each.Kind is "trigger" or "rule" or "policy" ? each.Name.Name.Split('.', 2)[^1] : each.Name.Name.Split('(')[0];
}
