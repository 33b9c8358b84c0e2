using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Chooses names for generated members that do not collide with those of the class and its base classes.</summary>
internal sealed class MemberNames(INamedTypeSymbol model)
{
    private readonly HashSet<string> _taken =
    [
        model.Name,
        .. model
            .WithBases()
            .SelectMany(type => type.GetMembers())
            .Where(member => !IsGenerated(member))
            .Select(member => member.Name),
    ];

    public MemberNamesModel Choose(Reporter reporter)
    {
        var hasTable = !_taken.Contains("Table");
        if (!hasTable)
            reporter.Report(Diagnostics.NoTableMember, model, model.Name, "Table", model.Name);
        return new MemberNamesModel(
            hasTable,
            Free("Columns", model.Name + "Columns"),
            Free("OptionalColumns", "Optional" + model.Name + "Columns"),
            Free(model.Name + "Map"),
            Free(model.Name + "Values"),
            model.WithBases().Skip(1).Any(type => type.Has(Names.Table))
        );
    }

    private string Free(string name, string? otherwise = null)
    {
        if (!_taken.Contains(name))
            return name;
        var free = otherwise ?? name;
        while (_taken.Contains(free))
            free += "_";
        return free;
    }

    /// <summary>Whether the member was generated: for a base class that is a table too, or for this class when the analyzer looks at it.</summary>
    private static bool IsGenerated(ISymbol member) =>
        member switch
        {
            IPropertySymbol { IsStatic: true, Name: "Table" } property => property.Type.Is(Names.TypedTable),
            INamedTypeSymbol type => type.Interfaces.Any(each => each.Is(Names.Columns)),
            _ => false,
        };
}
