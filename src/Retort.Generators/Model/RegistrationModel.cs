using System.Collections.Immutable;

namespace Retort.Generators;

/// <summary>A class with <c>[Revision]</c>.</summary>
internal sealed record RevisionModel
{
    /// <summary>The class as generated code writes it.</summary>
    public required string Type { get; init; }

    public required string Id { get; init; }

    /// <summary>SHA-256 of the file's text without byte order mark and with LF line endings, in lower-case hexadecimal digits.</summary>
    public required string Hash { get; init; }

    /// <summary>A quick number for the same text.</summary>
    public required ulong Fingerprint { get; init; }

    /// <summary>The file's name without folders.</summary>
    public required string File { get; init; }

    public required string? Section { get; init; }

    public required string? Message { get; init; }

    public required string? Created { get; init; }

    public required EquatableArray<string> Parents { get; init; }

    public required EquatableArray<string> DependsOn { get; init; }

    public required EquatableArray<string> BranchLabels { get; init; }
}

/// <summary>A class that derives from <c>MigrationEnvironment</c>.</summary>
/// <param name="Type">The class as generated code writes it.</param>
/// <param name="Section">What its <c>[Section]</c> says.</param>
internal sealed record EnvironmentModel(string Type, string? Section);

/// <summary>What the module initialiser makes known.</summary>
/// <param name="References">What referenced assemblies announce.</param>
/// <param name="Revisions">The project's revisions, by file and id.</param>
/// <param name="Environments">Classes that derive from <c>MigrationEnvironment</c>.</param>
internal sealed record RegistrationModel(
    ReferencesModel References,
    EquatableArray<RevisionModel> Revisions,
    EquatableArray<EnvironmentModel> Environments
)
{
    public bool IsEmpty =>
        References.Dialects.IsEmpty && References.Revisions.IsEmpty && Revisions.IsEmpty && Environments.IsEmpty;

    public static RegistrationModel Of(
        ReferencesModel references,
        ImmutableArray<RevisionModel> revisions,
        ImmutableArray<EnvironmentModel> environments
    ) =>
        new(
            references,
            [
                .. revisions
                    .OrderBy(revision => revision.File, StringComparer.Ordinal)
                    .ThenBy(revision => revision.Id, StringComparer.Ordinal),
            ],
            [.. environments.Distinct().OrderBy(environment => environment.Type, StringComparer.Ordinal)]
        );
}
