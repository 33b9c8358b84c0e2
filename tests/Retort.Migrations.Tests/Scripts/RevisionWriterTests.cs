namespace Retort.Migrations.Tests.Scripts;

[Row("G2.file")]
public sealed class RevisionWriterTests : IDisposable
{
    private static readonly NewRevision CreateHeroes = new(
        "3f2a9c1b7d04",
        new(2026, 11, 21, 11, 0, 0, TimeSpan.FromHours(1))
    )
    {
        Message = "create heroes",
        DownRevisions = ["9b1c77aa01de"],
        Upgrade =
            "op.CreateTable(\"hero\",\n    Column(\"id\", Uuid(), nullable: false));\n\nop.CreateIndex(\"ix_hero_name\", \"hero\", [\"name\"]);",
        Downgrade = "op.DropTable(\"hero\");\n",
    };

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_revision_is_written_as_a_person_would_write_it() =>
        Assert.Equal(
            """
            using Retort.Migrations;
            using static Retort.Ddl;

            namespace HeroApp.Migrations;

            /// <summary>create heroes</summary>
            [Revision("3f2a9c1b7d04", Message = "create heroes", Created = "2026-11-21T10:00:00Z")]
            [Revises("9b1c77aa01de")]
            public sealed class CreateHeroes3f2a9c1b7d04 : Migration
            {
                /// <inheritdoc />
                public override void Upgrade(Operations op)
                {
                    op.CreateTable("hero",
                        Column("id", Uuid(), nullable: false));

                    op.CreateIndex("ix_hero_name", "hero", ["name"]);
                }

                /// <inheritdoc />
                public override void Downgrade(Operations op)
                {
                    op.DropTable("hero");
                }
            }

            """,
            Writer().Render(CreateHeroes)
        );

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void A_revision_compiles_as_it_is(bool implicitUsings, bool nullable)
    {
        Compilation.Compiles(Writer().Render(CreateHeroes), implicitUsings, nullable);
        Compilation.Compiles(Writer().Render(new("a_b", DateTimeOffset.UnixEpoch)), implicitUsings, nullable);
    }

    [Fact]
    public void A_base_has_no_parents_and_an_empty_revision_no_statements()
    {
        var text = Writer().Render(new NewRevision("0000000000a1", DateTimeOffset.UnixEpoch));
        Assert.DoesNotContain("[Revises", text, StringComparison.Ordinal);
        Assert.Contains(
            "/// <summary>(no message)</summary>\n[Revision(\"0000000000a1\", Created = \"1970-01-01T00:00:00Z\")]\npublic sealed class Revision0000000000a1 : Migration\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("public override void Upgrade(Operations op)\n    {\n    }\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Merges_labels_and_dependencies_have_their_attributes() =>
        Assert.Contains(
            "[Revises(\"a\", \"b\")]\n[BranchLabel(\"app\")]\n[DependsOn(\"c\", \"lib\")]\npublic",
            Writer()
                .Render(
                    CreateHeroes with
                    {
                        DownRevisions = ["a", "b"],
                        BranchLabels = ["app"],
                        DependsOn = ["c", "lib"],
                    }
                ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("quotes \" and \\ and </summary> & so on")]
    [InlineData("two\nlines\r\n\tand a tab")]
    [InlineData("*/ // ${id} {0} \u0001 \u2028 é 🦸")]
    public void A_hostile_message_is_read_back_as_it_was(string message)
    {
        var path = Writer().Write(CreateHeroes with { Message = message });
        Assert.Equal(message, Assert.Single(RevisionScanner.Scan(Path.GetDirectoryName(path)!)).Revision.Message);
        Compilation.Parses(File.ReadAllText(path));
    }

    [Theory]
    [InlineData("create heroes", "CreateHeroes3f2a9c1b7d04")]
    [InlineData("2nd try: add `hero.age`!", "Revision2ndTryAddHeroAge3f2a9c1b7d04")]
    [InlineData("", "Revision3f2a9c1b7d04")]
    [InlineData("über-Änderung", "ÜberÄnderung3f2a9c1b7d04")]
    [InlineData("🦸", "Revision3f2a9c1b7d04")]
    [InlineData("class", "Class3f2a9c1b7d04")]
    public void The_class_is_named_by_the_message(string message, string name) =>
        Assert.Equal(name, CSharpNames.RevisionClass(message, "3f2a9c1b7d04"));

    [Fact]
    public void A_long_message_makes_no_endless_name()
    {
        Assert.Equal(80 + 2, CSharpNames.RevisionClass(new string('a', 500), "0a").Length);
        Assert.Equal(
            "Add" + new string('A', 1) + new string('a', 70) + "Id1",
            CSharpNames.RevisionClass("add " + new string('a', 71) + " something else", "id1")
        );
    }

    [Theory]
    [InlineData("create heroes", "create_heroes")]
    [InlineData("  Add: Hero.Age (index)  ", "add_hero_age_index")]
    [InlineData("a message that is longer than forty characters in all", "a_message_that_is_longer_than_forty")]
    [InlineData("exactly forty characters are in this one", "exactly_forty_characters_are_in_this_one")]
    [InlineData("exactly forty characters are in this ones", "exactly_forty_characters_are_in_this")]
    [InlineData("exactly forty characters are in this one too", "exactly_forty_characters_are_in_this_one")]
    [InlineData("donaudampfschifffahrtsgesellschaftskapitänsmütze", "donaudampfschifffahrtsgesellschaftskapit")]
    [InlineData("../../etc", "etc")]
    [InlineData("🦸", "")]
    [InlineData(null, "")]
    public void A_slug_is_cut_between_words(string? message, string slug) =>
        Assert.Equal(slug, FileTemplate.Slug(message, 40));

    [Theory]
    [InlineData("{rev}_{slug}", "3f2a9c1b7d04_create_heroes.cs")]
    [InlineData(
        "{year}/{month}-{day}_{hour}{minute}{second}_{slug}_{rev}",
        "2026/11-21_100000_create_heroes_3f2a9c1b7d04.cs"
    )]
    [InlineData("{epoch}", "1795255200.cs")]
    public void The_file_is_named_by_the_template(string template, string name) =>
        Assert.Equal(
            Path.Combine(_folder.Path, "migrations", "versions", name),
            Directory(template).PathFor(CreateHeroes)
        );

    [Fact]
    public void Without_a_message_the_file_is_named_by_the_id() =>
        Assert.EndsWith(
            Path.DirectorySeparatorChar + "3f2a9c1b7d04.cs",
            Directory().PathFor(CreateHeroes with { Message = null }),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("{revision}")]
    [InlineData("../{rev}")]
    [InlineData("/{rev}")]
    [InlineData("a//{rev}")]
    [InlineData("C:{rev}")]
    [InlineData("_")]
    public void A_template_that_names_no_file_is_an_error(string template) =>
        Assert.Equal("RT0608", Assert.Throws<ScriptException>(() => Directory(template).PathFor(CreateHeroes)).Code);

    [Fact]
    public void A_file_is_never_overwritten()
    {
        var path = Writer().Write(CreateHeroes);
        var error = Assert.Throws<ScriptException>(() => Writer().Write(CreateHeroes with { Upgrade = "" }));
        Assert.Equal(("RT0605", path), (error.Code, error.Path));
        Assert.Contains("CreateTable", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_of_the_project_is_used()
    {
        _folder.Write(
            "migrations/revision.template",
            "// ${message}\r\nnamespace ${namespace};\r\n${attributes}\r\nclass ${class} : Migration { /*\r\n\t${upgrade}\r\n*/ }"
        );
        Assert.Equal(
            "// create heroes\nnamespace HeroApp.Migrations;\n[Revision(\"3f2a9c1b7d04\", Message = \"create heroes\", Created = \"2026-11-21T10:00:00Z\")]\n"
                + "[Revises(\"9b1c77aa01de\")]\nclass CreateHeroes3f2a9c1b7d04 : Migration { /*\n\ta;\n\tb;\n*/ }",
            Writer().Render(CreateHeroes with { Upgrade = "a;\nb;" })
        );
    }

    [Fact]
    public void A_token_that_the_template_cannot_have_is_an_error_with_its_place()
    {
        var path = _folder.Write("migrations/revision.template", "namespace ${namespace};\n  ${atributes}\n");
        Assert.StartsWith(
            $"{path}:2:3: there is no token ${{atributes}}",
            Assert.Throws<ScriptException>(() => Writer().Render(CreateHeroes)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_template_that_makes_no_revision_writes_nothing()
    {
        _folder.Write("migrations/revision.template", "class ${class} { ${upgrade} }");
        Assert.Equal("RT0609", Assert.Throws<ScriptException>(() => Writer().Write(CreateHeroes)).Code);
        Assert.False(File.Exists(Directory().PathFor(CreateHeroes)));
    }

    [Fact]
    public void New_ids_are_twelve_hexadecimal_digits_and_differ()
    {
        Assert.Matches("^[0-9a-f]{12}$", NewRevision.NewId());
        Assert.NotEqual(NewRevision.NewId(), NewRevision.NewId());
    }

    public void Dispose() => _folder.Dispose();

    private RevisionWriter Writer() => new(Directory(), "HeroApp.Migrations");

    private ScriptDirectory Directory(string template = "{rev}_{slug}") =>
        new(new MigrationsConfig(_folder.Path) { FileTemplate = template });
}
