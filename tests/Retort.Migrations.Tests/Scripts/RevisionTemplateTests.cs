namespace Retort.Migrations.Tests.Scripts;

/// <summary>The template that a project has for its revisions.</summary>
public sealed class RevisionTemplateTests : IDisposable
{
    private const string Whole =
        "${attributes}\npublic sealed class ${class} : Migration\n{\n    void Upgrade(\n        ${upgrade}\n    void Downgrade(\n        ${downgrade}\n}\n";

    private readonly TemporaryFolder _folder = new();

    private static NewRevision Revision { get; } =
        new("c3", new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.Zero))
        {
            Message = "add <hero>",
            DownRevisions = ["a1", "b2"],
            BranchLabels = ["app"],
            DependsOn = ["d4"],
            Detected = ["Detected added table 'hero'"],
            Upgrade = "op.Up();",
            Downgrade = "op.Down();",
        };

    public void Dispose() => _folder.Dispose();

    [Fact, Row("H4.tokens")]
    public void Every_token_has_its_value()
    {
        string[] documented =
        [
            .. File.ReadLines(Repository.PathOf("docs", "configuration.md"))
                .Where(line => line.StartsWith("| `${", StringComparison.Ordinal))
                .Select(line => line.Split('`')[1]),
        ];
        Assert.Equal(
            new RevisionTokens(Revision, "App", null, new Dictionary<string, string>()).Names.Select(name =>
                $"${{{name}}}"
            ),
            documented
        );
        Assert.Equal(
            """
            App.Migrations|add &lt;hero&gt;|/// <remarks>
            /// Detected added table 'hero'
            /// </remarks>|add <hero>|c3|2026-11-21T10:00:00Z|a1, b2|app|d4|[Revision("c3", Message = "add <hero>", Created = "2026-11-21T10:00:00Z")]
            [Revises("a1", "b2")]
            [BranchLabel("app")]
            [DependsOn("d4")]|AddHeroC3|op.Up();|op.Down();
            """,
            Render(string.Join('|', documented))
        );
    }

    [Fact, Row("H4.section")]
    public void A_revision_of_a_section_says_so() =>
        Assert.Contains(
            "[Section(\"billing\")]\n[Revises(",
            Render(Whole, section: "billing"),
            StringComparison.Ordinal
        );

    [Fact, Row("H4.section")]
    public void A_template_that_leaves_the_section_out_writes_nothing()
    {
        _folder.Write(
            "migrations/revision.template",
            "[Revision(\"${id}\")] class ${class} : Migration { ${upgrade} }"
        );
        var plain = new NewRevision("c3", DateTimeOffset.UnixEpoch);
        Assert.Equal("RT0630", Assert.Throws<ScriptException>(() => Writer([], "billing").Write(plain)).Code);
        Assert.True(File.Exists(Writer([], null).Write(plain)));
    }

    [Fact, Row("H4.values")]
    public void Further_tokens_are_values_of_the_environment_class() =>
        Assert.StartsWith(
            "// by Deadpond\n[Revision",
            Render("// by ${author}\n" + Whole, new() { ["author"] = "Deadpond" }),
            StringComparison.Ordinal
        );

    [Theory, Row("H4.errors")]
    [InlineData("// ${autor}\n", "RT0610", 1, 4, "Did you mean 'author'?")]
    [InlineData("//\n  ${atributes}\n", "RT0610", 2, 3, "Did you mean 'attributes'?")]
    [InlineData("// ${x.y}\n", "RT0610", 1, 4, "The tokens are namespace, ")]
    public void An_unknown_token_is_an_error_with_its_place_and_a_suggestion(
        string before,
        string code,
        int line,
        int column,
        string hint
    )
    {
        var error = Assert.Throws<ScriptException>(() => Render(before + Whole, new() { ["author"] = "x" }));
        Assert.Equal((code, line, column), (error.Code, error.Line, error.Column));
        Assert.StartsWith(hint, error.Hint, StringComparison.Ordinal);
    }

    [Theory, Row("H4.errors")]
    [InlineData("${upgrade}", "RT0611", 4, "Write ${upgrade} alone on a line in the body of Upgrade.")]
    [InlineData("${downgrade}", "RT0611", 6, "Write ${downgrade} alone on a line in the body of Downgrade.")]
    [InlineData("${class}", "RT0612", 2, "Write ${class} for the name of the class.")]
    public void A_template_that_would_lose_something_is_an_error_that_says_what_to_write(
        string token,
        string code,
        int line,
        string hint
    )
    {
        var error = Assert.Throws<ScriptException>(() => Render(Whole.Replace(token, "X", StringComparison.Ordinal)));
        Assert.Equal((code, line, hint), (error.Code, error.Line, error.Hint));
    }

    [Fact, Row("H4.errors")]
    public void What_a_revision_has_no_statements_for_needs_no_token()
    {
        _folder.Write(
            "migrations/revision.template",
            "// class of its own\n${attributes}\nclass R${id} : Migration { }"
        );
        var empty = Revision with { Upgrade = "", Downgrade = "" };
        Assert.EndsWith("class Rc3 : Migration { }", Writer([], null).Render(empty), StringComparison.Ordinal);
    }

    private string Render(string template, Dictionary<string, string>? values = null, string? section = null)
    {
        _folder.Write("migrations/revision.template", template);
        return Writer(values ?? [], section).Render(Revision);
    }

    private RevisionWriter Writer(Dictionary<string, string> values, string? section) =>
        new(new ScriptDirectory(new MigrationsConfig(_folder.Path) { RevisionSection = section }), "App.Migrations")
        {
            Values = values,
        };
}
