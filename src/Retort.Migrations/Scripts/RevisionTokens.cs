using System.Globalization;
using System.Xml;

namespace Retort.Migrations;

/// <summary>What the <c>${tokens}</c> of a template are for a revision.</summary>
/// <param name="revision">The revision.</param>
/// <param name="namespace">The namespace of its class.</param>
/// <param name="section">What its <c>[Section]</c> says; null: it has none.</param>
/// <param name="further">Tokens of the environment class.</param>
internal sealed class RevisionTokens(
    NewRevision revision,
    string @namespace,
    string? section,
    IReadOnlyDictionary<string, string> further
)
{
    private static readonly string[] Own =
    [
        "namespace",
        "summary",
        "remarks",
        "message",
        "id",
        "created",
        "revises",
        "branch_labels",
        "depends_on",
        "attributes",
        "class",
        Upgrade,
        Downgrade,
    ];

    public const string Upgrade = "upgrade";
    public const string Downgrade = "downgrade";

    /// <summary>The names of all tokens.</summary>
    public IEnumerable<string> Names => Own.Concat(further.Keys);

    /// <summary>The value of a token; null where there is no such token.</summary>
    public string? this[string name] =>
        name switch
        {
            "namespace" => @namespace,
            "summary" => Xml(OneLine(revision.Message)),
            "remarks" => Remarks(revision.Detected),
            "message" => OneLine(revision.Message),
            "id" => revision.Id,
            "created" => Created,
            "revises" => string.Join(", ", revision.DownRevisions),
            "branch_labels" => string.Join(", ", revision.BranchLabels),
            "depends_on" => string.Join(", ", revision.DependsOn),
            "attributes" => string.Join('\n', Attributes()),
            "class" => CSharpNames.RevisionClass(revision.Message, revision.Id),
            Upgrade => Body(revision.Upgrade),
            Downgrade => Body(revision.Downgrade),
            _ => further.GetValueOrDefault(name),
        };

    private string Created =>
        revision.Created.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Remarks(IReadOnlyList<string> detected) =>
        detected.Count == 0
            ? ""
            : string.Join(
                '\n',
                ["/// <remarks>", .. detected.Select(line => $"/// {Xml(OneLine(line))}"), "/// </remarks>"]
            );

    private IEnumerable<string> Attributes()
    {
        var message = string.IsNullOrEmpty(revision.Message) ? "" : $"Message = {CSharp.Literal(revision.Message)}, ";
        yield return $"[Revision({CSharp.Literal(revision.Id)}, {message}Created = {CSharp.Literal(Created)})]";
        IReadOnlyList<string> sections = section is null ? [] : [section];
        foreach (
            var (name, values) in new[]
            {
                ("Section", sections),
                ("Revises", revision.DownRevisions),
                ("BranchLabel", revision.BranchLabels),
                ("DependsOn", revision.DependsOn),
            }
        )
            if (values.Count > 0)
                yield return $"[{name}({string.Join(", ", values.Select(CSharp.Literal))})]";
    }

    private static string Body(string statements) =>
        statements.Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n');

    private static string OneLine(string? message) =>
        string.IsNullOrWhiteSpace(message)
            ? "(no message)"
            : string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Text as it stands in a documentation comment, which is compiled: no markup, no character that XML lacks.</summary>
    private static string Xml(string text) =>
        string.Concat(text.Where(character => char.IsSurrogate(character) || XmlConvert.IsXmlChar(character)))
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
