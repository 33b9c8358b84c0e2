using System.Text.Json;
using System.Text.Json.Nodes;

namespace Retort.Migrations.Tests.Scripts;

/// <summary>The reader of retort.json, the schema for editors and the table of the documentation say the same.</summary>
[Row("H1.schema")]
public sealed class SettingsTests
{
    private static readonly JsonObject Root = (JsonObject)JsonNode.Parse(InitTexts.Schema)!;
    private static readonly JsonSchema Schema = new(Root);

    [Fact]
    public void The_schema_has_each_setting_with_what_it_can_be() =>
        Assert.Equal(
            Settings.All.Select(setting => (setting.Name, setting.Form)),
            Properties(Root).Select(each => (each.Key, Form(each.Key, each.Value)))
        );

    [Fact]
    public void The_schema_has_each_setting_of_a_section() =>
        Assert.Equal(
            Settings.OfSection.Select(setting => (setting.Name, setting.Form)),
            Properties(Definition("section")).Select(each => (each.Key, Form(each.Key, each.Value)))
        );

    [Fact]
    public void The_documentation_has_each_setting_with_what_it_can_be() =>
        Assert.Equal(Settings.All.Select(setting => (setting.Name, setting.Form)), Told("## Settings"));

    [Fact]
    public void The_schema_and_the_documentation_have_each_name_of_a_hook()
    {
        Assert.Equal(HookSetting.Names, Properties(Definition("hook")).Select(each => each.Key));
        Assert.Equal(
            Properties(Definition("hook")).Select(each => (each.Key, Form(each.Key, each.Value))),
            Told("## Hooks")
        );
    }

    [Fact]
    public void The_defaults_of_the_schema_are_those_of_the_settings()
    {
        var config = new MigrationsConfig("/");
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["script_location"] = config.ScriptLocation,
                ["recursive_version_locations"] = config.RecursiveVersionLocations,
                ["file_template"] = config.FileTemplate,
                ["truncate_slug_length"] = config.TruncateSlugLength,
                ["timezone"] = config.TimeZone.Id,
                ["output_encoding"] = config.OutputEncoding,
                ["revision_environment"] = config.RevisionEnvironment,
                ["version_table"] = config.VersionTable,
                ["history_table"] = config.HistoryTable,
                ["transactions"] = "revision",
            }.Select(each => $"{each.Key} {each.Value}".ToLowerInvariant()),
            Properties(Root)
                .Where(each => each.Value.ContainsKey("default"))
                .Select(each => $"{each.Key} {each.Value["default"]}".ToLowerInvariant())
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "$schema": "x", "url": "sqlite:///app.db", "truncate_slug_length": 200 }""")]
    [InlineData(
        """{ "version_locations": ["a", "b"], "recursive_version_locations": false, "transactions": "none" }"""
    )]
    [InlineData("""{ "hooks": [{ "run": ["a", "{file}"], "name": "n", "when": "revision", "cwd": "c" }] }""")]
    [InlineData("""{ "sections": { "a": {}, "b": { "url": "u", "hooks": [{ "run": ["a"] }] } } }""")]
    public void Reader_and_schema_take_the_same(string text)
    {
        RetortJson.Parse("/retort.json", text);
        Assert.True(Schema.Allows(JsonNode.Parse(text)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "urls": "x" }""")]
    [InlineData("""{ "url": "" }""")]
    [InlineData("""{ "url": null }""")]
    [InlineData("""{ "url": ["x"] }""")]
    [InlineData("""{ "truncate_slug_length": 0 }""")]
    [InlineData("""{ "truncate_slug_length": 201 }""")]
    [InlineData("""{ "truncate_slug_length": 1.5 }""")]
    [InlineData("""{ "recursive_version_locations": "yes" }""")]
    [InlineData("""{ "version_locations": "a" }""")]
    [InlineData("""{ "version_locations": [] }""")]
    [InlineData("""{ "version_locations": ["a", ""] }""")]
    [InlineData("""{ "version_locations": ["a", "a"] }""")]
    [InlineData("""{ "output_encoding": "utf8" }""")]
    [InlineData("""{ "transactions": "each" }""")]
    [InlineData("""{ "hooks": {} }""")]
    [InlineData("""{ "hooks": [{}] }""")]
    [InlineData("""{ "hooks": [{ "run": [] }] }""")]
    [InlineData("""{ "hooks": [{ "run": "a" }] }""")]
    [InlineData("""{ "hooks": [{ "run": ["a"], "when": "later" }] }""")]
    [InlineData("""{ "hooks": [{ "run": ["a"], "env": {} }] }""")]
    [InlineData("""{ "sections": [] }""")]
    [InlineData("""{ "sections": { "a": "b" } }""")]
    [InlineData("""{ "sections": { "a": { "sections": {} } } }""")]
    [InlineData("""{ "sections": { "a": { "$schema": "x" } } }""")]
    public void Reader_and_schema_refuse_the_same(string text)
    {
        Assert.Throws<ScriptException>(() => RetortJson.Parse("/retort.json", text));
        Assert.False(Schema.Allows(JsonNode.Parse(text)));
    }

    private static IEnumerable<KeyValuePair<string, JsonObject>> Properties(JsonObject schema) =>
        ((JsonObject)schema["properties"]!).Select(each =>
            KeyValuePair.Create(each.Key, Schema.Resolve((JsonObject)each.Value!))
        );

    private static JsonObject Definition(string name) => (JsonObject)Root["$defs"]![name]!;

    /// <summary>What a schema allows, in the words of the reader.</summary>
    private static string Form(string name, JsonObject schema) =>
        (name, (string?)schema["type"], schema["enum"]) switch
        {
            ("timezone" or "hooks" or "sections", _, _) => Settings.All.Single(setting => setting.Name == name).Form,
            (_, _, JsonArray choices) => JsonMember.ChoiceForm([.. choices.Select(each => (string)each!)]),
            (_, "integer", _) => JsonMember.NumberForm((int)schema["minimum"]!, (int)schema["maximum"]!),
            (_, "boolean", _) => JsonMember.FlagForm,
            (_, "array", _) => JsonMember.TextsForm,
            (_, "string", _) => JsonMember.TextForm,
            _ => throw new JsonException($"{name} is of a form that settings do not have."),
        };

    /// <summary>The first two columns of the first table under a heading.</summary>
    private static IEnumerable<(string, string)> Told(string heading) =>
        File.ReadLines(Repository.PathOf("docs", "configuration.md"))
            .SkipWhile(line => line != heading)
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1].Trim('`'), cells[2]));
}
