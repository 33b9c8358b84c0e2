namespace Retort.Migrations.Tests.Scripts;

/// <summary>Where revisions stand, and how their files are named.</summary>
public sealed class VersionLocationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static NewRevision AddHero { get; } =
        new("a1", new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero)) { Message = "add hero" };

    public void Dispose() => _folder.Dispose();

    [Fact, Row("H1.version-locations")]
    public void Revisions_of_all_locations_are_one_history_and_new_ones_go_to_the_first()
    {
        Write("app/a1.cs", "a1", "");
        Write("shared/deep/b1.cs", "b1", "");
        var scripts = new ScriptDirectory(Config("\"version_locations\": [\"shared\", \"app\"]"));
        Assert.Equal(["b1", "a1"], scripts.Scan().Select(script => script.Revision.Id));
        Assert.Equal(_folder.PathOf("shared", "a1_add_hero.cs"), scripts.PathFor(AddHero));
    }

    [Fact, Row("H1.version-locations")]
    public void Subfolders_are_left_out_where_the_settings_say_so()
    {
        Write("app/a1.cs", "a1", "");
        Write("app/old/b1.cs", "b1", "");
        var config = Config("\"version_locations\": [\"app\"], \"recursive_version_locations\": false");
        Assert.Equal(["a1"], new ScriptDirectory(config).Scan().Select(script => script.Revision.Id));
    }

    [Fact, Row("H1.sections")]
    public void A_revision_in_the_folder_of_another_section_is_an_error_that_says_what_to_write()
    {
        const string Sections = "\"sections\": { \"billing\": { \"script_location\": \"billing\" } }";
        Write("migrations/versions/a1.cs", "a1", "[Section(\"billing\")]");
        Write("billing/versions/b1.cs", "b1", "");

        var top = Assert.Throws<ScriptException>(() => new ScriptDirectory(Config(Sections)).Scan());
        var billing = Assert.Throws<ScriptException>(() => new ScriptDirectory(Config(Sections, "billing")).Scan());

        Assert.Equal(("RT0628", 2), (top.Code, top.Line));
        Assert.StartsWith("Take [Section(\"billing\")] away", top.Hint, StringComparison.Ordinal);
        Assert.StartsWith("Write [Section(\"billing\")] before the class", billing.Hint, StringComparison.Ordinal);
    }

    [Theory, Row("H1.timezone")]
    [InlineData("UTC", "20261231_2330")]
    [InlineData("Europe/Berlin", "20270101_0030")]
    [InlineData("America/New_York", "20261231_1830")]
    public void The_names_of_files_follow_the_time_zone(string timezone, string name)
    {
        var config = Config(
            $"\"timezone\": \"{timezone}\", \"file_template\": \"{{year}}{{month}}{{day}}_{{hour}}{{minute}}\""
        );
        Assert.Equal(name + ".cs", Path.GetFileName(new ScriptDirectory(config).PathFor(AddHero)));
    }

    [Fact, Row("H1.timezone")]
    public void What_a_revision_says_is_UTC_in_every_time_zone() =>
        Assert.Contains(
            "Created = \"2026-12-31T23:30:00Z\"",
            new RevisionWriter(new ScriptDirectory(Config("\"timezone\": \"Europe/Berlin\"")), "App").Render(AddHero),
            StringComparison.Ordinal
        );

    [Fact, Row("H1.file-template")]
    public void A_file_template_makes_folders_where_folders_are_read()
    {
        const string Folders = "\"file_template\": \"{year}/{month}/{rev}\"";
        Assert.Equal(
            _folder.PathOf("migrations", "versions", "2026", "12", "a1.cs"),
            new ScriptDirectory(Config(Folders)).PathFor(AddHero)
        );
        var flat = new ScriptDirectory(Config(Folders + ", \"recursive_version_locations\": false"));
        Assert.Equal("RT0608", Assert.Throws<ScriptException>(() => flat.PathFor(AddHero)).Code);
    }

    [Theory, Row("H1.encoding")]
    [InlineData("utf-8", "2F2F20C3A9")]
    [InlineData("utf-8-bom", "EFBBBF2F2F20C3A9")]
    [InlineData("utf-16", "FFFE2F002F002000E900")]
    public void Revisions_are_written_and_read_in_the_encoding_of_the_settings(string encoding, string start)
    {
        _folder.Write("migrations/revision.template", "// é\n" + RevisionTemplate.Default);
        var scripts = new ScriptDirectory(Config($"\"output_encoding\": \"{encoding}\""));
        var path = new RevisionWriter(scripts, "App").Write(AddHero with { Message = "añadir" });
        Assert.StartsWith(start, Convert.ToHexString(File.ReadAllBytes(path)), StringComparison.Ordinal);
        Assert.Equal("añadir", Assert.Single(scripts.Scan()).Revision.Message);

        TextFile.Edit(path, "// é changed");

        Assert.StartsWith(start, Convert.ToHexString(File.ReadAllBytes(path)), StringComparison.Ordinal);
    }

    private void Write(string path, string id, string attribute) =>
        _folder.Write(path, $"using Retort.Migrations;\n[Revision(\"{id}\")] {attribute}\nclass R : Migration {{ }}");

    private MigrationsConfig Config(string settings, string? section = null) =>
        RetortJson.Parse(_folder.PathOf("retort.json"), $"{{ {settings} }}", section);
}
