namespace Retort.Tool.Tests.CommandLine;

/// <summary>What a person is told to type.</summary>
public sealed class TypedCommandsTests
{
    [Theory]
    [Row("G7.hints")]
    [InlineData("Host=h;Password=secret")]
    [InlineData("postgresql://me:secret@host:port/db")]
    public void What_is_no_URL_is_not_shown(string url)
    {
        var values = new Dictionary<string, string> { ["url"] = url };
        Assert.Equal(
            "`retort current --url URL`",
            new TypedCommands(new CommandRequest("upgrade", values)).In("`retort current`")
        );
    }

    [Theory]
    [Row("G7.hints")]
    [InlineData("To undo, type `retort downgrade -1`.", "To undo, type `retort downgrade -1{0}`.")]
    [InlineData("`retort heads`, then `retort merge heads`", "`retort heads{0}`, then `retort merge heads{0}`")]
    [InlineData("a ` and retort, `dotnet build` and `retort", "a ` and retort, `dotnet build` and `retort")]
    public void A_command_means_the_same_project_and_database(string text, string shown)
    {
        var values = new Dictionary<string, string>
        {
            ["targets"] = "head",
            ["quiet"] = "",
            ["name"] = "other",
            ["x"] = "tenant=it's\ndry",
            ["url"] = "postgresql://me:secret@host/db",
        };
        Assert.Equal(
            string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                shown,
                @" -n other -x 'tenant=it'\''s' -x dry --url 'postgresql://me:***@host/db'"
            ),
            new TypedCommands(new CommandRequest("upgrade", values)).In(text)
        );
        Assert.Equal(text, new TypedCommands(new CommandRequest("upgrade", new Dictionary<string, string>())).In(text));
    }
}
