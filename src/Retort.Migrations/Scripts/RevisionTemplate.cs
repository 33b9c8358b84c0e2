using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Retort.Migrations;

/// <summary>The text of a new revision, with <c>${tokens}</c>; a project's own is <c>revision.template</c> in its migrations folder.</summary>
/// <remarks>A token alone on a line takes as many lines as its value has, indented as it is; with an empty value the line goes.</remarks>
internal sealed partial class RevisionTemplate(SourceText template)
{
    public const string FileName = "revision.template";

    /// <summary>What `retort init` writes, and what is used where the file is missing.</summary>
    public const string Default = """
        using Retort.Migrations;
        using static Retort.Ddl;

        namespace ${namespace};

        /// <summary>${summary}</summary>
        ${remarks}
        ${attributes}
        public sealed class ${class} : Migration
        {
            /// <inheritdoc />
            public override void Upgrade(Operations op)
            {
                ${upgrade}
            }

            /// <inheritdoc />
            public override void Downgrade(Operations op)
            {
                ${downgrade}
            }
        }

        """;

    private static readonly string[] Tokens =
    [
        "namespace",
        "summary",
        "remarks",
        "message",
        "id",
        "created",
        "attributes",
        "class",
        "upgrade",
        "downgrade",
    ];

    /// <exception cref="ScriptException">The template has an unknown token.</exception>
    public string Fill(NewRevision revision, string @namespace)
    {
        var lines = template.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return string.Join('\n', lines.SelectMany(line => Fill(line, token => Value(token, revision, @namespace))));
    }

    private static string[] Fill(string line, Func<Match, string> value)
    {
        var whole = WholeLine.Match(line);
        if (!whole.Success)
            return [Token.Replace(line, match => value(match))];
        var lines = value(whole);
        return lines.Length == 0
            ? []
            : Array.ConvertAll(lines.Split('\n'), text => text.Length == 0 ? "" : whole.Groups["indent"].Value + text);
    }

    [GeneratedRegex(@"^(?<indent>[ \t]*)\$\{(?<name>[^{}]*)\}[ \t]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeLine { get; }

    [GeneratedRegex(@"\$\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }

    private string Value(Match token, NewRevision revision, string @namespace) =>
        token.Groups["name"].Value switch
        {
            "namespace" => @namespace,
            "summary" => Xml(OneLine(revision.Message)),
            "remarks" => Remarks(revision.Detected),
            "message" => OneLine(revision.Message),
            "id" => revision.Id,
            "created" => Created(revision),
            "attributes" => string.Join('\n', Attributes(revision)),
            "class" => CSharpNames.RevisionClass(revision.Message, revision.Id),
            "upgrade" => Body(revision.Upgrade),
            "downgrade" => Body(revision.Downgrade),
            _ => throw template.Expected(
                template.Text.IndexOf(token.Value.Trim(), StringComparison.Ordinal),
                $"one of the tokens {string.Join(", ", Tokens.Select(name => $"${{{name}}}"))}"
            ),
        };

    private static string Remarks(IReadOnlyList<string> detected) =>
        detected.Count == 0
            ? ""
            : string.Join(
                '\n',
                ["/// <remarks>", .. detected.Select(line => $"/// {Xml(OneLine(line))}"), "/// </remarks>"]
            );

    private static IEnumerable<string> Attributes(NewRevision revision)
    {
        var message = string.IsNullOrEmpty(revision.Message) ? "" : $"Message = {CSharp.Literal(revision.Message)}, ";
        yield return $"[Revision({CSharp.Literal(revision.Id)}, {message}Created = {CSharp.Literal(Created(revision))})]";
        foreach (
            var (name, values) in new[]
            {
                ("Revises", revision.DownRevisions),
                ("BranchLabel", revision.BranchLabels),
                ("DependsOn", revision.DependsOn),
            }
        )
            if (values.Count > 0)
                yield return $"[{name}({string.Join(", ", values.Select(CSharp.Literal))})]";
    }

    private static string Created(NewRevision revision) =>
        revision.Created.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

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
