using System.Text;

namespace Retort.Tool;

/// <summary>Commands that a text tells a person to type: with the options of this one that say which project and which database are meant.</summary>
/// <param name="request">This command.</param>
internal sealed class TypedCommands(CommandRequest request)
{
    private const string Begin = "`retort ";

    private static readonly (string Name, string Option)[] Kept =
    [
        ("project", "-p"),
        (GlobalOptions.ModelsProject, $"--{GlobalOptions.ModelsProject}"),
        ("config", "-c"),
        ("name", "-n"),
        (GlobalOptions.Assembly, $"--{GlobalOptions.Assembly}"),
        ("configuration", "--configuration"),
        ("framework", "--framework"),
        ("x", "-x"),
        ("url", "--url"),
    ];

    private readonly string _options = string.Concat(
        from kept in Kept
        from value in request.Several(kept.Name)
        select $" {kept.Option} {Quoted(kept.Name == "url" ? Masked(value) : value)}"
    );

    /// <summary>The text with the options in each command between backticks.</summary>
    public string In(string text)
    {
        if (_options.Length == 0 || !text.Contains(Begin, StringComparison.Ordinal))
            return text;
        var whole = new StringBuilder(text.Length + _options.Length);
        var copied = 0;
        for (
            int at;
            (at = text.IndexOf(Begin, copied, StringComparison.Ordinal)) >= 0
                && text.IndexOf('`', at + 1) is > 0 and var end;
            copied = end
        )
            whole.Append(text, copied, end - copied).Append(_options);
        return whole.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>A password is not shown; what is no URL may be one.</summary>
    private static string Masked(string url) =>
        url.Contains("://", StringComparison.Ordinal) ? DatabaseUrl.Parse(url).ToString() : "URL";

    private static string Quoted(string value) =>
        value.All(each => char.IsLetterOrDigit(each) || "_-./:=@%+,".Contains(each, StringComparison.Ordinal))
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
