namespace Retort.Generators;

/// <summary>A class with <c>[Table]</c>: all that is known of it, as values. No symbol, node or location is in it.</summary>
internal sealed record TableModel
{
    /// <summary>The class's own name, without <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The class as generated code writes it: <c>global::App.Hero</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The namespace; empty: none.</summary>
    public required string Namespace { get; init; }

    /// <summary>The declarations that a partial part is nested in, outermost first, the class itself last: <c>partial class Hero</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>Whether the class can be seen outside its assembly.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>The class's name with those of the types that it is nested in: <c>Outer.Hero</c>.</summary>
    public required string QualifiedName { get; init; }

    /// <summary>The table's name.</summary>
    public required string Table { get; init; }

    /// <summary>The schema; null: the default one.</summary>
    public required string? Schema { get; init; }

    /// <summary>What stands behind the parenthesis of CREATE TABLE; null: nothing.</summary>
    public required string? Options { get; init; }

    /// <summary>The comment; null: none.</summary>
    public required string? Comment { get; init; }

    /// <summary>Names that the table had before.</summary>
    public required EquatableArray<string> RenamedFrom { get; init; }

    /// <summary>The key's name; null: by the naming convention.</summary>
    public required string? KeyName { get; init; }

    /// <summary>Member of <c>ConstraintTiming</c> for the key; null: at once.</summary>
    public required string? KeyTiming { get; init; }

    /// <summary>How what has no name is named: an expression; null: in the usual way.</summary>
    public required string? Naming { get; init; }

    /// <summary>The columns: the key's first, then those of base classes before those of derived ones, in order of declaration.</summary>
    public required EquatableArray<ColumnModel> Columns { get; init; }

    /// <summary>Positions of the key's columns.</summary>
    public required EquatableArray<int> Key { get; init; }

    public required EquatableArray<IndexModel> Indexes { get; init; }

    public required EquatableArray<UniqueModel> Uniques { get; init; }

    public required EquatableArray<CheckModel> Checks { get; init; }

    public required EquatableArray<ForeignKeyModel> ForeignKeys { get; init; }

    /// <summary>How an object that a row is read into comes to be.</summary>
    public required Creation Creation { get; init; }

    /// <summary>What the generated members are called.</summary>
    public required MemberNamesModel Members { get; init; }

    /// <summary>Whether generated code uses something that is marked obsolete.</summary>
    public required bool UsesObsolete { get; init; }

    /// <summary>The name of the generated file.</summary>
    public string FileName => $"{(Namespace.Length > 0 ? Namespace : "global")}.{QualifiedName}.g.cs".Replace("@", "");

    public bool HasKey => !Key.IsEmpty;

    public IEnumerable<ColumnModel> KeyColumns
    {
        get
        {
            foreach (var position in Key)
                yield return Columns[position];
        }
    }

    /// <summary>The modifier of members that a base class has too.</summary>
    public string Hiding => Members.HideBase ? "new " : "";
}

/// <summary>How an object that a row is read into comes to be.</summary>
internal enum Creation
{
    /// <summary>Without running constructor and initialisers: each field is a column's.</summary>
    Uninitialized,

    /// <summary>By <c>new()</c>.</summary>
    Constructor,

    /// <summary>By the constructor, past the compiler's check of required members.</summary>
    UncheckedConstructor,
}

/// <summary>What the generated members of a model are called.</summary>
/// <param name="HasTable">Whether the class gets a static member <c>Table</c>; false where it has a member of that name.</param>
/// <param name="Columns">The struct of columns: <c>Columns</c>, unless the class has such a member.</param>
/// <param name="OptionalColumns">The struct of nullable columns: <c>OptionalColumns</c>, unless the class has such a member.</param>
/// <param name="Map">The private map.</param>
/// <param name="Values">The private struct of a row's values.</param>
/// <param name="HideBase">Whether a base class is a table too, whose members of these names are hidden.</param>
internal sealed record MemberNamesModel(
    bool HasTable,
    string Columns,
    string OptionalColumns,
    string Map,
    string Values,
    bool HideBase
);

/// <summary>An index.</summary>
internal sealed record IndexModel
{
    /// <summary>Null where the naming convention gives the name.</summary>
    public required string? Name { get; init; }

    public required EquatableArray<IndexColumnModel> Columns { get; init; }

    public bool Unique { get; init; }

    public string? Where { get; init; }

    public string? Method { get; init; }

    public EquatableArray<string> Include { get; init; } = [];

    public bool NullsNotDistinct { get; init; }
}

/// <summary>What an index orders by: a column, or an SQL expression.</summary>
internal sealed record IndexColumnModel(string Text, bool IsExpression, bool Descending);

/// <summary>A unique constraint; <paramref name="Name"/> is null where the naming convention gives the name, <paramref name="Timing"/> where it is checked at once.</summary>
internal sealed record UniqueModel(string? Name, EquatableArray<string> Columns, bool NullsNotDistinct, string? Timing);

/// <summary>A check; <paramref name="Name"/> is null where the naming convention gives the name.</summary>
internal sealed record CheckModel(string? Name, string Sql);

/// <summary>A foreign key to another table, or to the same.</summary>
internal sealed record ForeignKeyModel
{
    /// <summary>Null where the naming convention gives the name.</summary>
    public required string? Name { get; init; }

    /// <summary>Positions of the referring columns.</summary>
    public required EquatableArray<int> Columns { get; init; }

    /// <summary>The table referred to.</summary>
    public required string Table { get; init; }

    /// <summary>Its schema.</summary>
    public required string? Schema { get; init; }

    /// <summary>The columns referred to.</summary>
    public required EquatableArray<string> References { get; init; }

    /// <summary>Member of <c>ReferentialAction</c>; null: the default.</summary>
    public required string? OnDelete { get; init; }

    /// <summary>Member of <c>ReferentialAction</c>; null: the default.</summary>
    public required string? OnUpdate { get; init; }

    /// <summary>Member of <c>ConstraintTiming</c>; null: at once.</summary>
    public required string? Timing { get; init; }

    /// <summary>Whether it refers to the key of the same table.</summary>
    public required bool IsSelf { get; init; }
}
