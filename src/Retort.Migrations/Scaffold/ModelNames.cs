using System.Text.Json;

namespace Retort.Migrations;

/// <summary>Names for the classes and properties of a database's tables and columns: as C# writes them, and each only once.</summary>
internal sealed class ModelNames
{
    /// <summary>What generated models mention, and what the generator makes beside them.</summary>
    private static readonly string[] TakenByTypes =
    [
        "Tables",
        nameof(Guid),
        nameof(DateTime),
        nameof(DateTimeOffset),
        nameof(DateOnly),
        nameof(TimeOnly),
        nameof(TimeSpan),
        "JsonNode",
        "List",
        "IPAddress",
        "IPNetwork",
        "PhysicalAddress",
        "SqlRange",
        nameof(Retort),
        "System",
    ];

    /// <summary>What every class has already.</summary>
    private static readonly string[] TakenByObjects =
    [
        nameof(Equals),
        nameof(GetHashCode),
        nameof(GetType),
        nameof(ToString),
        nameof(MemberwiseClone),
        nameof(ReferenceEquals),
        "Finalize",
        "Table",
        "Columns",
        "OptionalColumns",
        "From",
    ];

    private readonly Dictionary<TableName, string> _classes = [];
    private readonly Dictionary<TableName, Dictionary<string, string>> _properties = [];

    public ModelNames(IReadOnlyList<Table> tables)
    {
        var taken = new HashSet<string>(TakenByTypes, StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        {
            var name = _classes[table.FullName] = Free(CSharpNames.Pascal(table.Name), "Row", taken);
            var inClass = new HashSet<string>([.. TakenByObjects, name], StringComparer.Ordinal);
            _properties[table.FullName] = table.Columns.ToDictionary(
                column => column.Name,
                column => Free(CSharpNames.Pascal(column.Name), "Value", inClass)
            );
        }
    }

    /// <summary>The class of a table; null where the table is not among them.</summary>
    public string? Class(TableName table) => _classes.GetValueOrDefault(table);

    /// <summary>The property of a column.</summary>
    public string Property(TableName table, string column) => _properties[table][column];

    /// <summary>The name that the generator gives a table or a column of the class or property.</summary>
    public static string Conventional(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>The name; with a suffix, then with a number, where it is taken.</summary>
    private static string Free(string name, string suffix, HashSet<string> taken)
    {
        if (taken.Add(name))
            return name;
        var free = name + suffix;
        for (var number = 2; !taken.Add(free); number++)
            free = $"{name}{suffix}{number}";
        return free;
    }
}
