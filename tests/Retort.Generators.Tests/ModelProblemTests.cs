using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Generators.Tests;

/// <summary>What a person on the first day writes, and what the compiler says to it.</summary>
[Row("A13.diagnostics")]
public sealed class ModelProblemTests
{
    private const string Key = "[Key] public Guid Id { get; set; } = Guid.CreateVersion7();";

    private static Task<string> Report(string id, string at, params string[] sources) =>
        TestProject.Of(sources).Build().ShouldReportAsync(id, at);

    private static Task<string> ReportIn(string id, string at, string members) =>
        Report(id, at, $$"""[Table] public partial class Hero { {{Key}} {{members}} }""");

    [Fact]
    public async Task A_model_is_partial() =>
        Assert.Contains(
            "write 'partial class Hero'",
            await Report("RT1002", "Hero", $$"""[Table] public class Hero { {{Key}} }""")
        );

    [Fact]
    public async Task A_class_around_a_model_is_partial() =>
        Assert.Contains(
            "write 'partial class Outer'",
            await Report(
                "RT1002",
                "Outer",
                $$"""public class Outer { [Table] public partial class Hero { {{Key}} } }"""
            )
        );

    [Theory]
    [InlineData("public partial record Hero", "a record")]
    [InlineData("public static partial class Hero", "static")]
    [InlineData("public abstract partial class Hero", "abstract")]
    [InlineData("public partial class Hero<T>", "generic")]
    [InlineData("file partial class Hero", "local to its file")]
    public async Task A_model_is_a_plain_class(string declaration, string kind) =>
        Assert.Contains(kind, await Report("RT1003", "Hero", $$"""[Table] {{declaration}} { }"""));

    [Fact]
    public async Task A_model_is_not_private() =>
        Assert.Contains(
            "Make 'Hero' internal or public",
            await Report(
                "RT1003",
                "Hero",
                $$"""public partial class Outer { [Table] private partial class Hero { {{Key}} } }"""
            )
        );

    [Theory]
    [InlineData("public string? Name { get; set; }", "[Key] public Guid Id { get; set; } = Guid.CreateVersion7();")]
    [InlineData("public long Id { get; set; }", "[Key] public long Id { get; set; }")]
    public async Task A_model_has_a_key(string member, string advice) =>
        Assert.Contains(
            advice,
            await Report("RT1004", "Hero", $$"""[Table] public partial class Hero { {{member}} }""")
        );

    [Theory]
    [InlineData("public string[]? Powers { get; set; }", "List<string>")]
    [InlineData("public List<Uri>? Powers { get; set; }", "'Uri' is none of them")]
    [InlineData("public object? Powers { get; set; }", "[NotMapped]")]
    [InlineData("public Hero? Powers { get; set; }", "[ForeignKey<Hero>]")]
    [InlineData("public List<Hero>? Powers { get; set; }", "Rows of another table")]
    public async Task A_property_has_a_column_type(string member, string advice) =>
        Assert.Contains(advice, await ReportIn("RT1005", "Powers", member));

    [Fact]
    public async Task A_property_has_a_setter() =>
        Assert.Contains("'private set'", await ReportIn("RT1006", "Name", "public string? Name { get; }"));

    [Theory]
    [InlineData("[Key] public Guid? Id { get; set; }", "write 'Guid' instead of 'Guid?'")]
    [InlineData("[Key] public string? Id { get; set; }", "write 'string' instead of 'string?'")]
    public async Task A_key_is_not_null(string key, string advice) =>
        Assert.Contains(advice, await Report("RT1007", "Id", $$"""[Table] public partial class Hero { {{key}} }"""));

    [Fact]
    public async Task A_key_is_a_number_a_guid_or_a_text() =>
        Assert.Contains(
            "int, long, Guid or string",
            await Report(
                "RT1008",
                "Id",
                """[Table] public partial class Hero { [Key] public double Id { get; set; } }"""
            )
        );

    [Fact]
    public async Task A_foreign_key_refers_to_a_table() =>
        Assert.Contains(
            "Put [Table] on 'Team'",
            await ReportIn(
                "RT1009",
                "TeamId",
                "[ForeignKey<Team>] public Guid? TeamId { get; set; } } public class Team {"
            )
        );

    [Fact]
    public async Task A_foreign_key_refers_to_a_key_of_one_column() =>
        Assert.Contains(
            "has 2 columns",
            await ReportIn(
                "RT1010",
                "TeamId",
                "[ForeignKey<Team>] public int? TeamId { get; set; } } [Table] public partial class Team { [Key] public int A { get; set; } [Key] public int B { get; set; }"
            )
        );

    [Fact]
    public async Task A_foreign_key_has_the_type_of_the_key() =>
        Assert.Contains(
            "Write 'long' or 'long?'",
            await ReportIn(
                "RT1011",
                "TeamId",
                "[ForeignKey<Team>] public int? TeamId { get; set; } } [Table] public partial class Team { [Key] public long Id { get; set; }"
            )
        );

    [Fact]
    [Row("A7.set-null-on-not-null")]
    public async Task A_column_that_becomes_null_is_nullable() =>
        Assert.Contains(
            "Write 'Guid?'",
            await ReportIn(
                "RT1012",
                "BossId",
                "[ForeignKey<Hero>(OnDelete = ReferentialAction.SetNull)] public Guid BossId { get; set; }"
            )
        );

    [Fact]
    public async Task Two_properties_are_two_columns() =>
        Assert.Contains(
            "'Hero.A' and 'Hero.B' are both column 'a'",
            await ReportIn("RT1013", "B", """public int A { get; set; } [Column("a")] public int B { get; set; }""")
        );

    [Fact]
    public async Task Two_classes_are_two_tables() =>
        Assert.Contains(
            "'A.Hero' and 'B.Hero' are both table 'hero'",
            await Report(
                "RT1014",
                "Hero",
                $$"""
                namespace A { [Table] public partial class Hero { {{Key}} } }
                namespace B { [Table] public partial class Hero { {{Key}} } }
                """
            )
        );

    [Fact]
    public async Task A_member_that_is_no_column_makes_the_constructor_run() =>
        Assert.Contains(
            "'Hero._cache' is no column",
            await ReportIn("RT1015", "Hero", "private int _cache; public int Cached() => _cache++;")
        );

    [Fact]
    public async Task A_member_called_Table_is_left_to_the_model()
    {
        var message = await ReportIn("RT1016", "Hero", "public string? Table { get; set; }");
        Assert.Contains("only 'Tables.Hero'", message);
    }

    [Fact]
    public async Task A_model_can_be_created() =>
        Assert.Contains(
            "Add 'private Hero() { }'",
            await Report(
                "RT1017",
                "Hero",
                $$"""[Table] public partial class Hero(int seed) { {{Key}} public int Seed() => seed; }"""
            )
        );

    [Fact]
    public async Task A_guid_key_is_initialised() =>
        Assert.Contains(
            "= Guid.CreateVersion7();",
            await Report("RT1018", "Id", """[Table] public partial class Hero { [Key] public Guid Id { get; set; } }""")
        );

    [Fact]
    public async Task Now_is_a_time() =>
        Assert.Contains(
            "'DateTimeOffset'",
            await ReportIn("RT1019", "Day", "[ServerDefault(SqlValue.Now)] public DateOnly Day { get; set; }")
        );

    [Fact]
    public async Task The_language_is_new_enough()
    {
        var project = TestProject.Of($$"""[Table] public partial class Hero { {{Key}} }""") with
        {
            Language = LanguageVersion.CSharp13,
        };
        var built = project.Build();
        Assert.Contains("compiled as C# 13", await built.ShouldReportAsync("RT1001", ""));
        Assert.Empty(built.Generated);
        Assert.Empty(built.CompilerMessages);
    }

    [Theory]
    [InlineData("public Tem? Team { get; set; }")]
    [InlineData("public List<Tem>? Teams { get; set; }")]
    [InlineData("[ForeignKey<Tem>] public int? TeamId { get; set; }")]
    public async Task What_the_compiler_says_is_said_once(string member)
    {
        var built = TestProject.Of($$"""[Table] public partial class Hero { {{Key}} {{member}} }""").Build();
        Assert.Equal("CS0246", Assert.Single(built.CompilerMessages).Id);
        Assert.Empty(await built.AnalyzeAsync());
    }

    [Theory]
    [InlineData("[Index(\"Nothing\")]")]
    [InlineData("[Unique(\"Nothing\")]")]
    [InlineData("[ForeignKey<Hero>(\"Nothing\")]")]
    public async Task An_attribute_of_the_class_names_properties_that_are_there(string attribute) =>
        Assert.Contains(
            "'Hero.Nothing', which is no column",
            await Report("RT1022", "Hero", $$"""{{attribute}} [Table] public partial class Hero { {{Key}} }""")
        );

    [Theory]
    [InlineData("public string? Name { get; } ")]
    [InlineData("public object? Link { get; set; } ")]
    [InlineData("public int A { get; set; } [Column(\"a\")] public int B { get; set; }")]
    [InlineData("[ForeignKey<Hero>] public int BossId { get; set; }")]
    public void A_mistake_in_a_model_makes_no_error_in_generated_code(string member)
    {
        var built = TestProject.Of($$"""[Table] public partial class Hero { {{Key}} {{member}} }""").Build();
        Assert.Empty(built.CompilerMessages);
    }

    [Theory]
    [InlineData("[Key] public double Id { get; set; }")]
    [InlineData("[Key] public Guid? Id { get; set; }")]
    [InlineData("[Key] public string? Id { get; set; }")]
    [InlineData("public int Id { get; set; }")]
    [InlineData("")]
    public void A_model_without_a_usable_key_makes_no_error_in_generated_code(string member)
    {
        var built = TestProject.Of($$"""[Table] public partial class Hero { {{member}} }""").Build();
        Assert.Empty(built.CompilerMessages);
    }

    [Fact]
    public void Every_rule_has_a_test_here_or_in_StatementProblemTests()
    {
        var tested = Repository.SourcesIn("tests", "Retort.Generators.Tests").Select(File.ReadAllText).ToList();
        var rules = Diagnostics.OfModels.Concat(Diagnostics.OfStatements).Select(rule => rule.Id);
        Assert.Equal(
            [],
            rules.Where(rule => !tested.Any(text => text.Contains($"\"{rule}\"", StringComparison.Ordinal)))
        );
    }

    [Theory]
    [InlineData("nameof(Id)")]
    [InlineData("nameof(Nothing)")]
    [InlineData("nameof(Argument)")]
    public async Task What_an_update_sets_is_a_value_of_the_type(string member) =>
        Assert.Contains(
            "gives a 'string'",
            await ReportIn(
                "RT1023",
                "Stamp",
                $$"""[OnUpdate({{member}})] public string Stamp { get; set; } = ""; void Nothing() { } string Argument(int x) => "";"""
            )
        );

    [Fact]
    public async Task JSON_by_reflection_is_told() =>
        Assert.Contains(
            "[Json<MyContext>]",
            await ReportIn("RT1024", "Suit", "public List<Pocket>? Suit { get; set; } public class Pocket { }")
        );

    [Fact]
    public async Task JSON_by_reflection_is_an_error_where_the_application_is_trimmed() =>
        await (
            TestProject.Of(
                $$"""[Table] public partial class Hero { {{Key}} public Pocket? Suit { get; set; } public class Pocket { } }"""
            ) with
            {
                IsTrimmed = true,
            }
        )
            .Build()
            .ShouldReportAsync("RT1025", "Suit");

    [Fact]
    public async Task A_naming_convention_has_known_tokens() =>
        Assert.Contains(
            "'%(column)s'",
            await Report(
                "RT1026",
                "NamingConvention(Index = \"ix_%(column)s\")",
                $$"""
                [assembly: NamingConvention(Index = "ix_%(column)s")]
                [Table] public partial class Hero { {{Key}} }
                """
            )
        );
}
