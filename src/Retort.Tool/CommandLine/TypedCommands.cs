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

    /// <summary>Put together when they are needed: a URL is understood by the Retort of the project, which is not there before.</summary>
    private string Options =>
        field ??= string.Concat(
            from kept in Kept
            from value in request.Several(kept.Name)
            select $" {kept.Option} {Quoted(kept.Name == "url" ? Masked(value) : value)}"
        );

    /// <summary>The text with the options in each command between backticks.</summary>
    public string In(string text)
    {
        if (!text.Contains(Begin, StringComparison.Ordinal) || Options.Length == 0)
            return text;
        var whole = new StringBuilder(text.Length + Options.Length);
        var copied = 0;
        for (
            int at;
            (at = text.IndexOf(Begin, copied, StringComparison.Ordinal)) >= 0
                && text.IndexOf('`', at + 1) is > 0 and var end;
            copied = end
        )
            whole.Append(text, copied, end - copied).Append(Options);
        return whole.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>A password is not shown; what is no URL may hold one.</summary>
    private static string Masked(string url)
    {
        try
        {
            return DatabaseUrl.Parse(url).ToString();
        }
        catch (DatabaseUrlException)
        {
            return "URL";
        }
    }

    private static string Quoted(string value) =>
        value.All(each => char.IsLetterOrDigit(each) || "_-./:=@%+,".Contains(each, StringComparison.Ordinal))
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
