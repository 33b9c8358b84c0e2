using static Retort.Ddl;

namespace Retort.Migrations.Tests.Commands;

/// <summary>What a project's environment says about autogenerate.</summary>
public sealed class EnvironmentTests : IDisposable
{
    private readonly CompiledProject _project = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static RevisionOptions Autogenerate => new() { Message = "change", Autogenerate = true };

    public void Dispose() => _project.Dispose();

    [Fact, Row("J6.include-element")]
    public async Task What_is_left_out_of_a_table_is_neither_created_nor_changed_nor_dropped()
    {
        _project.Declare(Hero(Column("name", Text())));
        await _project.Migrate("create");
        _project.Run("ALTER TABLE hero ADD COLUMN theirs TEXT");
        _project.Run("CREATE INDEX ix_theirs ON hero (theirs)");
        _project.Environment.IncludedElements = (_, element) => element is not Column { Name: "theirs" or "mine" };
        Assert.True((await _project.Commands.CheckAsync(Token)).IsEmpty);

        _project.Declare(Hero(Column("name", Text()), Column("mine", Text()), Check("mine <> ''", name: "ck_mine")));

        Assert.True((await _project.Commands.CheckAsync(Token)).IsEmpty);
    }

    [Fact, Row("J7.owns")]
    public async Task A_table_that_no_revision_created_is_dropped_only_where_the_project_owns_it()
    {
        _project.Declare(Hero(Column("name", Text())));
        await _project.Migrate("create");
        _project.Run("CREATE TABLE legacy (id INTEGER)");
        Assert.True((await _project.Commands.CheckAsync(Token)).IsEmpty);

        _project.Environment.Owned = table => table.Name == "legacy";

        Assert.Equal(["Detected removed table 'legacy'"], (await _project.Commands.CheckAsync(Token)).Detected);
    }

    [Fact, Row("H3.arguments")]
    public async Task What_revisions_create_is_asked_with_the_arguments_of_the_call()
    {
        await _project.WriteBody(
            "a1",
            """op.CreateTable(op.Arguments["name"]!, Column("id", Integer(), nullable: false), PrimaryKey("id"));"""
        );
        _project.Build();
        var commands = new MigrationCommands(
            _project.Context with
            {
                Arguments = MigrationArguments.Parse(["name=owl"]),
            }
        );
        await commands.UpgradeAsync(cancellationToken: Token);

        Assert.Equal(["Detected removed table 'owl'"], (await commands.CheckAsync(Token)).Detected);
        var shown = Assert.Single(await commands.ShowAsync(new(["a1"]) { Operations = true }, Token));
        Assert.StartsWith("CREATE TABLE owl", Assert.Single(shown.Upgrade!.Sql), StringComparison.Ordinal);
    }

    [Fact, Row("J6.comparers")]
    public async Task A_comparer_of_the_project_adds_an_operation_of_the_project()
    {
        _project.Declare(Hero(Column("name", Text())));
        _project.Environment.Compared =
        [
            .. Comparers.All,
            new Comparer(
                "owners",
                comparison =>
                {
                    foreach (var table in comparison.Added)
                        comparison.Add(Phase.Comment, new OwnOp(table.Name), $"Detected table '{table}' without owner");
                }
            ),
        ];

        var written = await _project.Commands.RevisionAsync(Autogenerate, Token);

        Assert.Equal(["Detected added table 'hero'", "Detected table 'hero' without owner"], written.Changes!.Detected);
        Assert.Contains("op.Own(\"hero\");", await File.ReadAllTextAsync(written.Path!, Token));
        Assert.Contains("op.Disown(\"hero\");", await File.ReadAllTextAsync(written.Path!, Token));
    }

    [Fact, Row("J6.comparers")]
    public async Task A_comparer_that_is_left_out_detects_nothing()
    {
        _project.Declare(Hero(Column("name", Text())));
        await _project.Migrate("create");
        _project.Declare(Hero(Column("name", Text(), nullable: false)));
        Assert.False((await _project.Commands.CheckAsync(Token)).IsEmpty);

        _project.Environment.Compared = [.. Comparers.All.Where(each => each.Name is not "column properties")];

        Assert.True((await _project.Commands.CheckAsync(Token)).IsEmpty);
    }

    [Fact, Row("J6.column-properties")]
    public async Task A_property_of_a_column_that_is_not_compared_stays_as_the_database_has_it()
    {
        _project.Declare(Hero(Column("name", Varchar(10), nullable: false), Column("rank", Text())));
        await _project.Migrate("create");
        _project.Declare(Hero(Column("name", Text()), Column("rank", Text(), serverDefault: "novice")));

        _project.Environment.ComparedOf = column =>
            column.Name == "name" ? ColumnProperties.All & ~ColumnProperties.Type : ColumnProperties.None;

        Assert.Equal(["Detected NULL on column 'hero.name'"], (await _project.Commands.CheckAsync(Token)).Detected);
    }

    [Fact, Row("H3.several-metadata")]
    public async Task Several_schemas_are_compared_as_one()
    {
        _project.Environment.Tables = MetaData.Of(new(Hero(Column("name", Text()))), new(Team));
        await _project.Migrate("create");
        Assert.True((await _project.Commands.CheckAsync(Token)).IsEmpty);
        Assert.Equal("RT0203", Assert.Throws<SchemaException>(() => MetaData.Of(new(Team), new(Team))).Code);
    }

    [Fact, Row("J6.process")]
    public async Task The_environment_has_the_last_word_on_the_operations()
    {
        _project.Declare(Hero(Column("name", Text())));
        await _project.Migrate("create");
        _project.Declare();
        _project.Environment.Processed = changes =>
            changes with
            {
                Upgrade = [.. changes.Upgrade.Where(operation => operation.Destroys is null)],
            };

        var written = await _project.Commands.RevisionAsync(Autogenerate, Token);

        Assert.Null(written.Path);
        Assert.Single(_project.Files);
    }

    [Fact, Row("J6.render")]
    public async Task The_environment_writes_an_operation_in_its_own_words()
    {
        _project.Declare(Hero(Column("name", Text())));
        _project.Environment.Written = operation => operation is DropTableOp drop ? $"keeps {drop.Table}" : null;

        var written = await _project.Commands.RevisionAsync(Autogenerate, Token);

        var text = await File.ReadAllTextAsync(written.Path!, Token);
        Assert.Contains("        // keeps hero\n", text);
        Assert.DoesNotContain("DropTable", text);
    }

    [Fact, Row("J5.marks")]
    public async Task What_destroys_fails_or_converts_is_marked_in_the_file()
    {
        _project.Declare(
            new Table("team", Column("id", Integer(), nullable: false), PrimaryKey("id")),
            Hero(Column("name", Text()), Column("alias", Text()), Column("team_id", Integer()))
        );
        await _project.Migrate("create");
        _project.Declare(
            Hero(
                Column("name", Varchar(10)),
                Column("team_id", Integer()),
                Column("boss_id", Integer(), nullable: false),
                ForeignKey("boss_id", "hero", "id")
            )
        );

        var written = await _project.Commands.RevisionAsync(Autogenerate, Token);

        string[] marks =
        [
            "Fails where 'hero' has rows, which have no value for 'boss_id': give them one with fill.",
            "Converts 'hero.name' from text to varchar(10): what does not fit is rounded, or makes it fail; using says otherwise.",
            "Destroys column 'hero.alias' with all its values.",
            "Destroys table 'team' with all its rows.",
        ];
        Assert.Equal(marks, written.Changes!.Warnings);
        var lines = (await File.ReadAllLinesAsync(written.Path!, Token)).Select(line => line.Trim()).ToList();
        Assert.All(marks, mark => Assert.Contains($"// {mark}", lines));
        Assert.Contains("/// Detected removed table 'team'", lines);
        Assert.StartsWith("op.DropTable(", lines[lines.IndexOf($"// {marks[3]}") + 1], StringComparison.Ordinal);
        _project.Build();
    }

    [Fact, Row("J5.parts")]
    public async Task Many_operations_are_written_in_parts()
    {
        _project.Declare([
            .. Enumerable.Range(0, 301).Select(at => new Table($"t{at}", Column("id", Integer(), nullable: false))),
        ]);

        var written = await _project.Migrate("many");

        var lines = await File.ReadAllLinesAsync(written.Path!, Token);
        Assert.Equal(["        Part1(op);", "        Part2(op);"], lines.Where(line => line.EndsWith("(op);")).Take(2));
        Assert.Contains("            op.CreateTable(\"t300\",", lines);
        Assert.True((await _project.Commands.CheckAsync(Token)).IsEmpty);
    }

    private static Table Team => new("team", Column("id", Integer(), nullable: false), PrimaryKey("id"));

    private static Table Hero(params ITableElement[] elements) =>
        new("hero", [Column("id", Integer(), nullable: false), PrimaryKey("id", name: "pk_hero"), .. elements]);

    /// <summary>An operation as a project has its own.</summary>
    private sealed record OwnOp(string Table, bool Owned = true) : Operation
    {
        public override Operation Reverse() => this with { Owned = !Owned };

        public override IEnumerable<DdlElement> ToDdl() => [];

        public override void Render(CSharpWriter writer) => writer.Call(Owned ? "Own" : "Disown", $"\"{Table}\"");
    }
}
