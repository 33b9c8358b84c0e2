using System.Text.RegularExpressions;

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

    /// <exception cref="ScriptException">The template has an unknown token, or would lose something of the revision.</exception>
    public string Fill(RevisionTokens tokens)
    {
        var lines = template.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var text = string.Join('\n', lines.SelectMany(line => Fill(line, tokens)));
        RequireNamedClass();
        Require(RevisionTokens.Upgrade, tokens, "Upgrade(");
        if (template.Text.Contains("Downgrade(", StringComparison.Ordinal)) // without the method there is no way back, which is said when it is asked for
            Require(RevisionTokens.Downgrade, tokens, "Downgrade(");
        return text;
    }

    private IEnumerable<string> Fill(string line, RevisionTokens tokens)
    {
        var whole = WholeLine.Match(line);
        if (!whole.Success)
            return [Token.Replace(line, match => Value(match, tokens))];
        var value = Value(whole, tokens);
        return value.Length == 0
            ? []
            : value.Split('\n').Select(text => text.Length == 0 ? "" : whole.Groups["indent"].Value + text);
    }

    private string Value(Match match, RevisionTokens tokens)
    {
        var name = match.Groups["name"].Value;
        return tokens[name] ?? throw ScriptException.UnknownToken(template, Of(name), name, [.. tokens.Names]);
    }

    /// <summary>Statements that a template has no place for would be lost without a word.</summary>
    private void Require(string token, RevisionTokens tokens, string method)
    {
        if (tokens[token]!.Length > 0 && !template.Text.Contains(Of(token), StringComparison.Ordinal))
            throw ScriptException.TemplateWithoutToken(template, Of(token), method);
    }

    /// <summary>Two revisions of one name would not compile.</summary>
    private void RequireNamedClass()
    {
        var classes = Class.Matches(template.Text);
        if (
            classes.Count > 0
            && !classes.Any(each => each.Groups["name"].Value.Contains("${", StringComparison.Ordinal))
        )
            throw ScriptException.TemplateWithOneClass(template, classes[0].Groups["name"].Index);
    }

    private static string Of(string token) => $"${{{token}}}";

    [GeneratedRegex(@"^(?<indent>[ \t]*)\$\{(?<name>[^{}]*)\}[ \t]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeLine { get; }

    [GeneratedRegex(@"\$\{(?<name>[^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }

    /// <summary>The names of classes, not those in comments.</summary>
    [GeneratedRegex(@"^(?!\s*//).*\bclass\s+(?<name>[\w${}]+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Class { get; }
}
