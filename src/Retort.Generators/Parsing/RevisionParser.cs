using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Retort.Migrations;

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
        var text = file.GetText().ToString();
        return new RevisionModel
        {
            Type = type.GlobalName(),
            Id = id,
            Hash = HashOf(text),
            Fingerprint = ContentFingerprint.Of(text),
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

    /// <summary>What <c>[Section]</c> says of a revision or an environment; null: there is none.</summary>
    public static string? SectionOf(INamedTypeSymbol type) => type.AttributeOf(Names.Section)?.Argument(0) as string;

    /// <summary>The same as <c>ContentHash.Of</c> of Retort.Migrations: the two must agree.</summary>
    private static string HashOf(string text)
    {
        var normalised = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
        using var sha256 = SHA256.Create();
        return string.Concat(
            sha256.ComputeHash(Encoding.UTF8.GetBytes(normalised)).Select(each => each.ToString("x2"))
        );
    }

    /// <summary>Why generated code cannot make one; null: it can.</summary>
    public static string? Obstacle(INamedTypeSymbol type, string baseType) =>
        type switch
        {
            { IsAbstract: true } => "it is abstract. Put [Revision] on a class that derives from it.",
            _ when ClassRules.Nesting(type).Any(each => each.IsGenericType) => "it is generic.",
            { IsFileLocal: true } => "it is local to its file. Remove 'file'.",
            _ when type.WithBases().Skip(1).All(each => !each.Is(baseType)) =>
                $"it does not derive from '{baseType.Substring(baseType.LastIndexOf('.') + 1)}'.",
            _ when ClassRules.Nesting(type).Any(each => each.DeclaredAccessibility < Accessibility.Internal) =>
                "it is hidden. Make it internal or public.",
            _ when type.InstanceConstructors.All(each => !IsUsable(each)) =>
                "it has no constructor without parameters that is internal or public.",
            _ => null,
        };

    /// <summary>Why a class that is meant to be an environment cannot be made; null: it can, or is the base of others or hidden on purpose.</summary>
    public static string? ObstacleOfEnvironment(INamedTypeSymbol type) =>
        !type.IsAbstract
        && type.WithBases().Skip(1).Any(each => each.Is(Names.MigrationEnvironment))
        && ClassRules
            .Nesting(type)
            .All(each => !each.IsGenericType && each.DeclaredAccessibility >= Accessibility.Internal)
            ? Obstacle(type, Names.MigrationEnvironment)
            : null;

    private static bool CanBeCreated(INamedTypeSymbol type, string baseType) => Obstacle(type, baseType) is null;

    private static bool IsUsable(IMethodSymbol constructor) =>
        constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility >= Accessibility.Internal;

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
