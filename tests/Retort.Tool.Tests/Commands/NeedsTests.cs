namespace Retort.Tool.Tests.Commands;

/// <summary>What commands need before they run.</summary>
public sealed class NeedsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("retort").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [Row("H4.revision-environment")]
    [InlineData("revision", "", CommandNeeds.Sources)]
    [InlineData("merge", "", CommandNeeds.ProjectIfPossible)]
    [InlineData("init", "baseline", CommandNeeds.Database)]
    public void What_writes_a_revision_needs_the_environment_class_where_the_settings_say_so(
        string command,
        string option,
        object otherwise
    )
    {
        Assert.Equal(otherwise, Needs(command, option, "{}"));
        Assert.Equal(CommandNeeds.Project, Needs(command, option, """{ "revision_environment": true }"""));
    }

    private CommandNeeds Needs(string command, string option, string config)
    {
        var path = Path.Combine(_folder, "retort.json");
        File.WriteAllText(path, config);
        var request = new CommandRequest(command, new Dictionary<string, string> { ["config"] = path, [option] = "" });
        return ToolCommands.Find(command).Needs(request);
    }
}
