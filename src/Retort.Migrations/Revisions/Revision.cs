using System.Globalization;

namespace Retort.Migrations;

/// <summary>One node of the version history, as its attributes declare it.</summary>
/// <param name="Id">1 to 32 characters of <c>[A-Za-z0-9_]</c>; what the version table holds.</param>
public sealed record Revision(string Id)
{
    /// <summary>The ids that this one follows: none for a base, several for a merge.</summary>
    public IReadOnlyList<string> DownRevisions { get; init; } = [];

    /// <summary>Ids or branch labels that must be applied first without being followed.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The labels declared here; <see cref="RevisionGraph.BranchLabels"/> has the inherited ones too.</summary>
    public IReadOnlyList<string> BranchLabels { get; init; } = [];

    /// <summary>What the revision does, in the words of its author.</summary>
    public string? Message { get; init; }

    /// <summary>When the file was written.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Where the revision is declared; null for one that was not read from source.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The id, with file and line where they are known.</summary>
    internal string Place => Location is { } at ? $"{Id} ({at})" : Id;

    /// <summary>A date as files have it, such as <c>2026-11-21T10:00:00Z</c>; null for anything else.</summary>
    internal static DateTimeOffset? ParseCreated(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)
            ? created
            : null;
}

/// <summary>A line of a source file.</summary>
/// <param name="Path">The file's path, as the reader was given it.</param>
/// <param name="Line">Counted from 1.</param>
public sealed record SourceLocation(string Path, int Line)
{
    /// <summary><c>path:line</c>, which terminals and editors open.</summary>
    public override string ToString() => $"{Path}:{Line}";
}
