using System.Text.RegularExpressions;

namespace Retort.Tool.Tests;

/// <summary>A person who follows docs/tutorial.md to the letter: files are typed as they are shown, commands say what is shown.</summary>
public sealed partial class TutorialTests(InstalledTool tool)
{
    private const string Fence = "```";

    [Fact]
    [Row("M4.tutorial")]
    public async Task The_tutorial_works_to_the_letter()
    {
        var folder = await tool.NewProjectAsync("tutorial");
        foreach (var (language, text) in Blocks())
            if (language == "csharp")
                await TypeAsync(folder, text);
            else
                await RunAsync(folder, text);
        (await tool.DotnetAsync(folder, "run")).Succeeds("The database is at ");
    }

    /// <summary>What a reader sees: comments of HTML are left out.</summary>
    private static IEnumerable<(string Language, string Text)> Blocks() =>
        Block()
            .Matches(HtmlComment().Replace(File.ReadAllText(Repository.PathOf("docs", "tutorial.md")), ""))
            .Select(match => (match.Groups["language"].Value, match.Groups["text"].Value));

    /// <summary>A model and the program are typed; a revision is what the tool has written; what goes into the program goes behind the engine.</summary>
    private static async Task TypeAsync(string folder, string text)
    {
        var program = Path.Combine(folder, "Program.cs");
        if (text.Contains("[Revision(", StringComparison.Ordinal))
            Assert.Equal(Anonymous(text), Anonymous(File.ReadAllText(Newest(folder))));
        else if (text.Contains("[Table]", StringComparison.Ordinal))
            await File.WriteAllTextAsync(Path.Combine(folder, "Hero.cs"), text);
        else if (text.Contains("Engine.Create(", StringComparison.Ordinal))
            await File.WriteAllTextAsync(program, text);
        else
            await File.WriteAllTextAsync(program, Inserted(await File.ReadAllTextAsync(program), text));
    }

    /// <summary>Runs the lines that begin with <c>$</c>, and looks for the others in what each says.</summary>
    private async Task RunAsync(string folder, string text)
    {
        foreach (var match in Command().Matches(text).Where(match => !IsSetUp(match.Groups["command"].Value)))
        {
            var words = Word().Matches(match.Groups["command"].Value).Select(word => word.Value.Trim('"')).ToList();
            var run =
                words[0] == "retort"
                    ? await tool.RunAsync(folder, words.Skip(1))
                    : await tool.DotnetAsync(folder, words.Skip(1));
            run.Succeeds();
            foreach (var line in match.Groups["output"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                Assert.Contains(Anonymous(line.Trim()), Anonymous(run.All), StringComparison.Ordinal);
        }
    }

    /// <summary>What <see cref="InstalledTool"/> has done already, with packages of this build.</summary>
    private static bool IsSetUp(string command) => SetUp().IsMatch(command);

    private static string Newest(string folder) =>
        Directory
            .EnumerateFiles(Path.Combine(folder, "migrations", "versions"), "*.cs")
            .MaxBy(File.GetLastWriteTimeUtc)!;

    private static string Inserted(string program, string text)
    {
        var lines = text.Split('\n');
        var usings = string.Join('\n', lines.Where(line => line.StartsWith("using ", StringComparison.Ordinal)));
        var rest = string.Join('\n', lines.Where(line => !line.StartsWith("using ", StringComparison.Ordinal)));
        return usings + '\n' + EngineLine().Replace(program, match => match.Value + '\n' + rest, 1);
    }

    /// <summary>The text without what differs each time: ids and times.</summary>
    private static string Anonymous(string text) =>
        Time().Replace(Id().Replace(text.ReplaceLineEndings("\n"), "{id}"), "{time}").Trim();

    [GeneratedRegex(
        "^" + Fence + @"(?<language>csharp|console)\n(?<text>.*?)^" + Fence + "$",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Block();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();

    [GeneratedRegex(@"^\$ (?<command>.*)\n(?<output>([^$].*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex("^(cd|dotnet new|dotnet add|dotnet tool) ")]
    private static partial Regex SetUp();

    [GeneratedRegex(@"^.*Engine\.Create\(.*$", RegexOptions.Multiline)]
    private static partial Regex EngineLine();

    [GeneratedRegex("[0-9a-fA-F][0-9a-f]{11}(?![0-9a-f])")]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")]
    private static partial Regex Time();
}
