using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Revisions and environments of migrations.</summary>
internal static class RevisionParser
{
    /// <summary>A class with <c>[Revision]</c>; null where it cannot be created.</summary>
    public static RevisionModel? Parse(INamedTypeSymbol type, SyntaxTree file)
    {
        if (type.AttributeOf(Names.Revision) is not { } revision || revision.Argument(0) is not string id)
            return null;
        if (!CanBeCreated(type, Names.Migration))
            return null;
        return new RevisionModel
        {
            Type = type.GlobalName(),
            Id = id,
            Hash = HashOf(file.GetText().ToString()),
            File = file.FilePath.Substring(file.FilePath.LastIndexOfAny(['/', '\\']) + 1),
            Section = SectionOf(type),
            Message = revision.Named<string>("Message"),
            Created = revision.Named<string>("Created"),
            Parents = Texts(type, Names.Revises),
            DependsOn = Texts(type, Names.DependsOn),
            BranchLabels = Texts(type, Names.BranchLabel),
        };
    }

    /// <summary>The class of an environment; null where it is none, or cannot be created.</summary>
    public static EnvironmentModel? ParseEnvironment(ISymbol? type) =>
        type is INamedTypeSymbol environment && CanBeCreated(environment, Names.MigrationEnvironment)
            ? new EnvironmentModel(environment.GlobalName(), SectionOf(environment))
            : null;

    private static string? SectionOf(INamedTypeSymbol type) => type.AttributeOf(Names.Section)?.Argument(0) as string;

    /// <summary>The same as <c>ContentHash.Of</c> of Retort.Migrations: the two must agree.</summary>
    private static string HashOf(string text)
    {
        var normalised = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
        using var sha256 = SHA256.Create();
        return string.Concat(
            sha256.ComputeHash(Encoding.UTF8.GetBytes(normalised)).Select(each => each.ToString("x2"))
        );
    }

    private static bool CanBeCreated(INamedTypeSymbol type, string baseType) =>
        type is { IsAbstract: false, IsGenericType: false, IsFileLocal: false }
        && type.WithBases().Skip(1).Any(each => each.Is(baseType))
        && type.InstanceConstructors.Any(constructor =>
            constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility >= Accessibility.Internal
        )
        && ClassRules.Nesting(type).All(each => each.DeclaredAccessibility >= Accessibility.Internal);

    private static EquatableArray<string> Texts(INamedTypeSymbol type, string attribute) =>
        [
            .. type.AttributesOf(attribute)
                .SelectMany(each => each.ConstructorArguments)
                .SelectMany(argument =>
                    argument.Kind is TypedConstantKind.Array && !argument.IsNull ? argument.Values : [argument]
                )
                .Select(argument => argument.Value)
                .OfType<string>(),
        ];
}
