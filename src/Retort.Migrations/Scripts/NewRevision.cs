using System.Security.Cryptography;

namespace Retort.Migrations;

/// <summary>A revision that is to be written to a file.</summary>
/// <param name="Id">What <see cref="NewId"/> gives, or the user's own.</param>
/// <param name="Created">The time of the file; written in UTC.</param>
public sealed record NewRevision(string Id, DateTimeOffset Created)
{
    /// <summary>What the revision does; null or empty for nothing said.</summary>
    public string? Message { get; init; }

    /// <summary>What it was generated from, a difference a text; none for a revision by hand.</summary>
    public IReadOnlyList<string> Detected { get; init; } = [];

    /// <summary>The ids that it follows: none for a base, several for a merge.</summary>
    public IReadOnlyList<string> DownRevisions { get; init; } = [];

    /// <summary>The labels that it declares.</summary>
    public IReadOnlyList<string> BranchLabels { get; init; } = [];

    /// <summary>Ids or labels that must be applied first.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The statements of <c>Upgrade</c>, without indentation; empty for none. No verbatim string may hold a line break, since lines are indented.</summary>
    public string Upgrade { get; init; } = "";

    /// <summary>The statements of <c>Downgrade</c>, as <see cref="Upgrade"/>.</summary>
    public string Downgrade { get; init; } = "";

    /// <summary>The node of the graph that it becomes.</summary>
    internal Revision ToRevision() =>
        new(Id)
        {
            DownRevisions = DownRevisions,
            BranchLabels = BranchLabels,
            DependsOn = DependsOn,
            Message = Message,
        };

    /// <summary>A random id of 12 hexadecimal digits, lower case.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(12, lowercase: true);
}
