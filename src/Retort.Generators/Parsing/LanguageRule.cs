using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Generators;

/// <summary>Typed columns need the operators of C# 14.</summary>
internal static class LanguageRule
{
    private const LanguageVersion CSharp14 = (LanguageVersion)1400;

    public static bool IsSupported(ParseOptions options) =>
        options is CSharpParseOptions csharp && IsSupported(csharp.LanguageVersion);

    public static bool IsSupported(LanguageVersion version) => version >= CSharp14;
}
