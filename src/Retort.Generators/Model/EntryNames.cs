using System.Collections.Immutable;

namespace Retort.Generators;

/// <summary>Gives models their names in the class <c>Tables</c>.</summary>
internal static class EntryNames
{
    /// <summary>Names that the class has already.</summary>
    private static readonly string[] Reserved =
    [
        "MetaData",
        "Tables",
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "ReferenceEquals",
    ];

    /// <summary>
    /// The class's own name; where two have it, with as much of what it stands in before it as tells them apart
    /// (<c>BillingInvoice</c>, <c>ShopInvoice</c>). In order of names.
    /// </summary>
    public static EquatableArray<NamedEntry> Give(ImmutableArray<TableEntry> tables)
    {
        var names = tables.ToDictionary(table => table, table => 1);
        for (var longer = true; longer; )
        {
            longer = false;
            foreach (
                var group in names
                    .GroupBy(each => Name(each.Key, each.Value))
                    .Where(group => group.Count() > 1)
                    .ToList()
            )
            foreach (var (table, parts) in group.Select(each => (each.Key, each.Value)))
                if (parts < Parts(table).Length)
                    (names[table], longer) = (parts + 1, true);
        }
        return
        [
            .. names
                .Select(each => new NamedEntry(Name(each.Key, each.Value), each.Key))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ];
    }

    private static string Name(TableEntry table, int parts)
    {
        var name = string.Concat(Parts(table).Skip(Parts(table).Length - parts));
        return Reserved.Contains(name) ? name + "Table" : name;
    }

    private static string[] Parts(TableEntry table) =>
        [
            .. table.Namespace.Replace("@", "").Split('.').Where(part => part.Length > 0),
            .. table.QualifiedName.Split('.'),
        ];
}
