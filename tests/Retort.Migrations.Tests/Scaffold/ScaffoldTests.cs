using Retort.Migrations.Tests.Autogenerate;
using Retort.Migrations.Tests.Commands;

namespace Retort.Migrations.Tests.Scaffold;

public sealed class ScaffoldTests : IDisposable
{
    private readonly SchemaDatabase _database = new();
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact, Row("F3.scaffold-files")]
    public async Task Each_table_is_a_class_in_a_file_of_its_own()
    {
        _database.Execute(
            """
            CREATE TABLE teams (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(80) NOT NULL, UNIQUE (name));
            CREATE TABLE "Hero Power" (
                team INTEGER NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
                power TEXT NOT NULL DEFAULT 'none',
                "class" NUMERIC(10, 2),
                strength INTEGER CONSTRAINT strong CHECK (strength > 0),
                twice INTEGER GENERATED ALWAYS AS (strength * 2) STORED,
                PRIMARY KEY (power, team)
            );
            CREATE INDEX ix_teams_name ON teams (name);
            CREATE INDEX strongest ON "Hero Power" (strength DESC, power) WHERE strength IS NOT NULL;
            CREATE INDEX lower_power ON "Hero Power" (lower(power), strength);
            CREATE INDEX strength_lower ON "Hero Power" (strength, lower(power));
            CREATE TABLE retort_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
            """
        );

        var result = await Run();

        Assert.Equal(["HeroPower.cs", "Teams.cs", "Database.carried.sql"], result.Files.Select(Path.GetFileName));
        Snapshot.Matches(
            "scaffold.cs.txt",
            string.Join("\n", result.Files.Select(file => $"// {Path.GetFileName(file)}\n{File.ReadAllText(file)}"))
        );
    }

    [Theory, Row("F3.scaffold-affinity")]
    [InlineData("INT", "long")]
    [InlineData("tinyint", "long")]
    [InlineData("MEDIUMINT", "long")]
    [InlineData("INT8", "long")]
    [InlineData("UNSIGNED BIG INT", "long")]
    [InlineData("nvarchar(20)", "string")]
    [InlineData("CHARACTER(20)", "string")]
    [InlineData("CLOB", "string")]
    [InlineData("LONGBLOB", "byte[]")]
    [InlineData("", "byte[]")]
    [InlineData("DOUBLE", "double")]
    [InlineData("Float", "double")]
    [InlineData("DATETIME", "string")]
    [InlineData("decimal(10, 2)", "decimal")]
    public async Task A_type_that_only_SQLite_knows_has_the_values_of_its_affinity(string type, string value)
    {
        _database.Execute($"CREATE TABLE a (id INTEGER PRIMARY KEY, thing {type})");

        var model = File.ReadAllText((await Run()).Files[0]);

        Assert.Contains($"[Column(TypeName = \"{type}\")]\n    public {value}? Thing", model);
    }

    [Fact, Row("F3.scaffold-affinity")]
    public async Task A_key_that_is_no_row_id_is_not_counted_up()
    {
        _database.Execute("CREATE TABLE a (id INT NOT NULL PRIMARY KEY)");

        Assert.Contains(
            "[Key]\n    [DatabaseGenerated(DatabaseGeneratedOption.None)]\n    [Column(TypeName = \"INT\")]\n    public long Id",
            File.ReadAllText((await Run()).Files[0])
        );
    }

    [Fact, Row("F3.scaffold-affinity")]
    public async Task A_reference_has_the_type_of_the_key_that_it_refers_to()
    {
        _database.Execute("CREATE TABLE a (id INTEGER PRIMARY KEY, mother MEDIUMINT REFERENCES a)");

        Assert.Contains(
            "[Column(TypeName = \"MEDIUMINT\")]\n    public int? Mother",
            File.ReadAllText((await Run()).Files[0])
        );
    }

    [Fact, Row("F3.scaffold-keeps-files")]
    public async Task Files_that_are_there_are_kept_unless_told_otherwise()
    {
        _database.Execute("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER PRIMARY KEY);");
        File.WriteAllText(_folder.PathOf("B.cs"), "mine");

        var error = await Assert.ThrowsAsync<ScriptException>(() => Run());
        Assert.Equal("RT0615", error.Code);
        Assert.Equal(["B.cs"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));

        await Run(overwrite: true);
        Assert.Contains("public partial class B", File.ReadAllText(_folder.PathOf("B.cs")));
    }

    [Fact, Row("F3.scaffold-killed")]
    public async Task What_a_killed_run_has_left_is_no_obstacle_to_the_next()
    {
        _database.Execute("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER PRIMARY KEY);");
        File.Delete((await Run()).Files[1]);

        Assert.All((await Run()).Files, file => Assert.True(File.Exists(file)));
    }

    private Task<ScaffoldResult> Run(bool overwrite = false) =>
        new ScaffoldCommand(_database.Engine).RunAsync(
            new ScaffoldOptions(_folder.Path, "App.Models") { Overwrite = overwrite },
            new MigrationOptions(),
            Token
        );
}
