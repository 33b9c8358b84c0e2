using System.Globalization;

namespace Retort.Migrations;

/// <summary>A revision as it was compiled into an assembly.</summary>
/// <param name="Id">The id of its <c>[Revision]</c>.</param>
/// <param name="Hash">SHA-256 of its file when it was compiled: of the text without byte order mark and with LF line endings, in lower-case hexadecimal digits.</param>
/// <param name="Create">Makes its class.</param>
public sealed record CompiledRevision(string Id, string Hash, Func<Migration> Create)
{
    /// <summary>A quick number for the same text, by which it is compared with its file; null: by the hash.</summary>
    public ulong? Fingerprint { get; init; }

    /// <summary>The ids that it follows.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>Ids or branch labels that must be applied first without being followed.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The labels that it declares.</summary>
    public IReadOnlyList<string> BranchLabels { get; init; } = [];

    /// <summary>What it does, in the words of its author.</summary>
    public string? Message { get; init; }

    /// <summary>When its file was written, as its <c>[Revision]</c> says.</summary>
    public string? Created { get; init; }

    /// <summary>The name of its file, without folders.</summary>
    public string? File { get; init; }

    /// <summary>What its <c>[Section]</c> says; null: it has none.</summary>
    public string? Section { get; init; }

    /// <summary>The revision as a node of the graph.</summary>
    public Revision ToRevision() =>
        new(Id)
        {
            DownRevisions = Parents,
            DependsOn = DependsOn,
            BranchLabels = BranchLabels,
            Message = Message,
            Created = DateTimeOffset.TryParse(
                Created,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var created
            )
                ? created
                : null,
            Location = File is null ? null : new SourceLocation(File, 1),
        };
}
