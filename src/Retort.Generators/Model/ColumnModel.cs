namespace Retort.Generators;

/// <summary>A property that is a column.</summary>
internal sealed record ColumnModel
{
    /// <summary>The types whose values are text to a program and something else to a database, by the words that make them.</summary>
    private static readonly string[] TextualTypes =
    [
        "Unknown",
        "Enumeration",
        "Inet",
        "Cidr",
        "MacAddress",
        "Citext",
        "TsVector",
        "TsQuery",
        "Xml",
        "Bit",
        "BitVarying",
        "UnsignedBigInt",
        "RangeOf",
    ];

    /// <summary>The property's name, without <c>@</c>.</summary>
    public required string Property { get; init; }

    /// <summary>The property's name as code writes it, with <c>@</c> where it is a keyword.</summary>
    public required string Identifier { get; init; }

    /// <summary>The column's name.</summary>
    public required string Column { get; init; }

    /// <summary>What a value is.</summary>
    public required ValueModel Value { get; init; }

    /// <summary>Whether the C# property can be null.</summary>
    public required bool CanBeNull { get; init; }

    /// <summary>Whether the column may be NULL.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>The column's type: an expression.</summary>
    public required string Ddl { get; init; }

    /// <summary>Where the column stands in the table; null: in its usual place.</summary>
    public required int? Order { get; init; }

    /// <summary>Whether the database counts the values up.</summary>
    public required bool Autoincrement { get; init; }

    /// <summary>What the database fills in: an expression; null: nothing.</summary>
    public required string? ServerDefault { get; init; }

    /// <summary>What each UPDATE sets the column to: an expression; null: nothing.</summary>
    public required string? OnUpdate { get; init; }

    /// <summary>What a session sets the property to before its row is updated: an expression over <c>entity</c>; null: nothing.</summary>
    public required string? BeforeUpdate { get; init; }

    /// <summary>How the database counts the values up: an expression; null: in its usual way.</summary>
    public required string? Identity { get; init; }

    /// <summary>How the database computes the value: an expression; null: it is stored as given.</summary>
    public required string? Computed { get; init; }

    /// <summary>The collation; null: the database's.</summary>
    public required string? Collation { get; init; }

    /// <summary>The comment; null: none.</summary>
    public required string? Comment { get; init; }

    /// <summary>Names that the column had before.</summary>
    public required EquatableArray<string> RenamedFrom { get; init; }

    /// <summary>The setter, where the compiler lets no assignment through: it is init-only, or private to a base class. Null: an assignment does.</summary>
    public required SetterModel? Setter { get; init; }

    /// <summary>The property's type as code writes it.</summary>
    public string Type => CanBeNull ? Value.CSharp + "?" : Value.CSharp;

    /// <summary>The property's type where the row may be absent.</summary>
    public string OptionalType => Value.CSharp + "?";

    /// <summary>How the map names the column's JSON shape.</summary>
    public string Shape => Value.IsNode ? Value.Json!.Expression : Property + "Shape";

    /// <summary>How the map names the column's converter.</summary>
    public string Converter => Property + "Converter";

    /// <summary>Whether text must be sent as the column's own type, because the database does not take it for text.</summary>
    public bool IsTypedText =>
        Value.Name is "String" && TextualTypes.Any(type => Ddl.StartsWith($"global::Retort.Ddl.{type}("));

    /// <summary>The modifier of a generated member named like one of <c>object</c>.</summary>
    public string Hiding => Property is "Equals" or "GetHashCode" or "GetType" or "ToString" ? "new " : "";

    /// <summary>Whether the database fills the column in where an INSERT leaves it out.</summary>
    public bool IsServers => Autoincrement || ServerDefault is not null || Computed is not null;

    /// <summary>Whether the database sets the column in an UPDATE which leaves it out.</summary>
    public bool IsServersOnUpdate => OnUpdate is not null || Computed is not null;
}

/// <summary>A setter that is called past the compiler's checks, declared as the run time looks for it: in terms of the class's definition.</summary>
/// <param name="Owner">The class that declares it: <c>global::App.Entity&lt;T&gt;</c>.</param>
/// <param name="Value">The property's type there: <c>T</c>.</param>
/// <param name="Parameters">The class's type parameters, <c>&lt;T&gt;</c>; empty: none.</param>
/// <param name="Arguments">What they are for this model: <c>&lt;global::System.Guid&gt;</c>.</param>
/// <param name="Constraints">Their constraints: <c> where T : struct</c>.</param>
internal sealed record SetterModel(string Owner, string Value, string Parameters, string Arguments, string Constraints);
