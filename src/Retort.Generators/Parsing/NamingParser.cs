using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>The naming convention of an assembly's models.</summary>
internal static class NamingParser
{
    private static readonly Regex Token = new(@"%\((?<name>[^)]*)\)s", RegexOptions.CultureInvariant);

    private static readonly Regex Known = new(
        "^((referred_)?table_name|constraint_name|(referred_)?column_([0-9]{1,3}|0_?N)_(name|key|label))$",
        RegexOptions.CultureInvariant
    );

    /// <summary>An expression that makes it; null: the usual one.</summary>
    public static string? Parse(IAssemblySymbol assembly)
    {
        var said = Templates(assembly)
            .Select(each => $"{each.Key} = {Text.Literal((string)each.Value.Value!)}")
            .ToList();
        return said.Count > 0 ? $"new global::Retort.NamingConvention {{ {string.Join(", ", said)} }}" : null;
    }

    /// <summary>Reports tokens that are none.</summary>
    public static void Check(IAssemblySymbol assembly, Action<Diagnostic> report)
    {
        var location = assembly.AttributeOf(Names.NamingConvention)?.ApplicationSyntaxReference is { } syntax
            ? Location.Create(syntax.SyntaxTree, syntax.Span)
            : Location.None;
        foreach (var template in Templates(assembly))
        foreach (Match token in Token.Matches((string)template.Value.Value!))
            if (!Known.IsMatch(token.Groups["name"].Value))
                report(Diagnostic.Create(Diagnostics.UnknownToken, location, template.Key, token.Value));
    }

    private static IEnumerable<KeyValuePair<string, TypedConstant>> Templates(IAssemblySymbol assembly) =>
        assembly.AttributeOf(Names.NamingConvention)?.NamedArguments.Where(each => each.Value.Value is string) ?? [];
}
