using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>What referenced assemblies announce by attributes of the assembly.</summary>
internal static class ReferenceParser
{
    public static ReferencesModel Parse(Compilation compilation)
    {
        var announced = UsingRetort(compilation).SelectMany(assembly => assembly.GetAttributes()).ToList();
        return new ReferencesModel(Types(Names.RetortDialect), Types(Names.RetortTables), Types(Names.RetortRevisions));

        EquatableArray<string> Types(string attribute) =>
            [
                .. announced
                    .Where(each => each.AttributeClass.Is(attribute))
                    .Select(each => each.Argument(0))
                    .OfType<INamedTypeSymbol>()
                    .Where(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
                    .Select(type => type.GlobalName())
                    .Distinct()
                    .OrderBy(type => type, StringComparer.Ordinal),
            ];
    }

    /// <summary>The referenced assemblies that may announce something.</summary>
    public static IEnumerable<IAssemblySymbol> UsingRetort(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Where(UsesRetort);

    /// <summary>A cheap question that spares reading the attributes of a framework's assemblies.</summary>
    private static bool UsesRetort(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name is "Retort"));
}
