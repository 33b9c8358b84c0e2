namespace Retort.Tool.Tests.CommandLine;

public class CommandLineParserTests
{
    [Fact]
    [Row("G7.options")]
    public void Options_stand_before_and_behind_the_command()
    {
        var request = Parse("-p", "App/App.csproj", "history", "--json", "-v")!;

        Assert.Equal("history", request.Command);
        Assert.Equal("App/App.csproj", request["project"]);
        Assert.True(request.Has("json"));
        Assert.True(request.Has("verbose"));
        Assert.False(request.Has("quiet"));
    }

    [Fact]
    [Row("G7.options")]
    public void What_was_not_said_is_not_there()
    {
        Assert.Equal(["init"], Parse("init")!.ToArguments());
    }

    [Fact]
    [Row("G7.options")]
    public void A_request_survives_being_handed_to_another_process()
    {
        var request = Parse("init", "a=b ü\n", "--url", "sqlite:///x.db?mode=ro", "--no-build")!;

        var copy = CommandRequest.FromArguments(request.ToArguments());

        Assert.Equal("a=b ü\n", copy["folder"]);
        Assert.Equal("sqlite:///x.db?mode=ro", copy["url"]);
        Assert.Equal(["--no-build"], copy.Switches());
    }

    [Theory]
    [Row("G7.spelling")]
    [InlineData("There is no command 'upgrad'.", "Did you mean 'upgrade'?", "upgrad", "head")]
    [InlineData("There is no command 'nonsense'.", "The commands are init,", "nonsense")]
    [InlineData("'--autogenrate'", "Did you mean '--autogenerate'?", "revision", "--autogenrate")]
    [InlineData("'--verbos'", "Did you mean '--verbose'?", "history", "--verbos")]
    [InlineData("'--nonsense'", "Type `retort history --help`", "history", "--nonsense")]
    public void What_is_misspelt_gets_a_suggestion(string message, string hint, params string[] arguments)
    {
        var error = Assert.Throws<UsageException>(() => Parse(arguments));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(hint, error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [Row("G3.targets")]
    [InlineData("upgrade", "target")]
    [InlineData("show", "revisions")]
    [InlineData("stamp", "revision")]
    public void Several_targets_are_taken(string command, string argument) =>
        Assert.Equal(["one@+1", "-1", "c2"], Parse(command, "one@+1", "-1", "c2")!.Several(argument));

    [Fact]
    [Row("G7.arguments")]
    public void Values_for_the_environment_class_are_repeated_and_survive_being_handed_on()
    {
        var request = Parse(
            "-x",
            "tenant=a=b",
            "history",
            "-x",
            "dry",
            "-x",
            "tenant=",
            "-n",
            "billing",
            "-c",
            "x.json"
        )!;

        var copy = CommandRequest.FromArguments(request.ToArguments());

        Assert.Equal(("billing", "x.json"), (copy["name"], copy["config"]));
        Assert.Equal(["tenant", "dry"], copy.Arguments.Names);
        Assert.Equal(["a=b", ""], copy.Arguments.All("tenant"));
        Assert.Equal(("", "", null), (copy.Arguments["tenant"], copy.Arguments["dry"], copy.Arguments["Dry"]));
        Assert.Empty(Parse("history")!.Arguments.Names);
    }

    [Fact]
    [Row("G7.options")]
    public void An_at_sign_is_no_file_of_arguments() => Assert.Equal("@x", Parse("init", "@x")!["folder"]);

    /// <summary>A command with its argument alone takes a shorter way than one with options; what is asked for is the same.</summary>
    [Theory]
    [Row("G7.options")]
    [MemberData(nameof(Commands))]
    public void A_command_says_the_same_with_and_without_options(string command, int arguments)
    {
        string[] plain = [command, .. Enumerable.Range(1, arguments).Select(number => $"x{number}")];

        Assert.Equal([.. Parse(plain)!.ToArguments(), "json="], Parse([.. plain, "--json"])!.ToArguments());
    }

    public static TheoryData<string, int> Commands() =>
        [.. ToolCommands.All.Select(each => new TheoryDataRow<string, int>(each.Name, each.Arguments.Count))];

    [Fact]
    [Row("G7.examples")]
    public void The_help_of_each_command_has_examples_that_are_understood()
    {
        foreach (var command in ToolCommands.All)
        {
            Assert.NotEmpty(command.Examples);
            var help = new StringWriter();
            Assert.Null(CommandLineParser.Parse([command.Name, "--help"], help));
            foreach (var example in command.Examples)
            {
                Assert.Contains(example, help.ToString(), StringComparison.Ordinal);
                Assert.Equal(command.Name, Parse(Words(example))!.Command);
            }
        }
    }

    /// <summary>The words behind <c>retort</c>, as a shell takes them, up to a redirection.</summary>
    private static string[] Words(string example) =>
        [.. System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(example.Split('>')[0]).Skip(1)];

    [Theory]
    [Row("M2.usage")]
    [InlineData("Did you mean 'history'?", "hystory")]
    [InlineData("Did you mean '--json'?", "history", "--jsn")]
    [InlineData("Type `retort init --help`", "init", "a", "b")]
    [InlineData("Type `retort history --help`", "history", "-p")]
    [InlineData("Type `retort diff --help`", "diff")]
    [InlineData("Type `retort diff --help`", "diff", "models")]
    public void A_wrong_command_line_says_what_to_type(string hint, params string[] arguments)
    {
        var error = Assert.Throws<UsageException>(() => Parse(arguments));

        Assert.StartsWith(hint, error.Hint, StringComparison.Ordinal);
        Assert.Equal(2, new ErrorReport(error, withStack: false).ExitCode);
    }

    private static CommandRequest? Parse(params string[] arguments) =>
        CommandLineParser.Parse(arguments, TextWriter.Null);
}
