namespace Retort.Generators.Tests;

/// <summary>SQL that C# would evaluate does not compile.</summary>
[Row("D11.analyzers")]
public sealed class StatementProblemTests
{
    private static TestProject With(string statement) =>
        TestProject.Of(
            """
            namespace App;
            [Table] public partial class Hero { [Key] public int Id { get; set; } public int? Age { get; set; } public string? Name { get; set; } public bool Active { get; set; } }
            """,
            $$"""
            using App;
            public static class Program { public static object? Main(Hero.Columns h) { {{statement}} } }
            """
        );

    [Theory]
    [InlineData("if (h.Age > 30) return 1; return 2;", "h.Age > 30")]
    [InlineData("return h.Age == 3 ? 1 : 2;", "h.Age == 3")]
    [InlineData("while (h.Active) { } return 2;", "h.Active")]
    [InlineData("if (h.Age > 30 && h.Active) return 1; return 2;", "h.Age > 30 && h.Active")]
    [InlineData("if (!(h.Age > 30)) return 1; return 2;", "!(h.Age > 30)")]
    public Task An_SQL_condition_is_no_condition_of_CSharp(string statement, string at) =>
        With(statement).Build().ShouldReportAsync("RT1101", at);

    [Theory]
    [InlineData("""return $"{h.Name}";""")]
    [InlineData("""return "Name: " + h.Name;""")]
    public Task An_SQL_expression_is_no_text(string statement) =>
        With(statement).Build().ShouldReportAsync("RT1102", "h.Name");

    [Theory]
    [InlineData("return h.Age is null;")]
    [InlineData("return h.Age is not null;")]
    public async Task An_SQL_expression_matches_no_pattern(string statement) =>
        Assert.Contains("'h.Age == null'", await With(statement).Build().ShouldReportAsync("RT1103", "h.Age"));

    [Fact]
    public Task Set_assigns_to_a_column() =>
        With("return Update(Hero.Table).Set(h => h.Age + 1, 3);").Build().ShouldReportAsync("RT1104", "h.Age + 1");

    [Theory]
    [InlineData("return Select(Hero.Table).Where(x => true);", "This is a C# bool, not an SQL condition")]
    [InlineData("return Delete(Hero.Table).Where(x => 1 > 2);", "This is a C# bool, not an SQL condition")]
    [InlineData("""return new Session(null!).Exec("DELETE FROM hero");""", "no value can become SQL")]
    [InlineData("""return new Session(null!).Exec<Hero>("SELECT 1");""", "no value can become SQL")]
    public void The_compiler_says_what_to_write(string statement, string text)
    {
        var message = Assert.Single(With(statement).Build().CompilerMessages);
        Assert.Equal("CS0619", message.Id);
        Assert.Contains(text, message.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("return Select(Hero.Table).Where(x => x.Age > 30 && !x.Active || x.Name == null);")]
    [InlineData("return Update(Hero.Table).Set(x => x.Age, x => x.Age + 1).Set(x => x.Name, null);")]
    [InlineData("""return "a" + "b" + $"{1}";""")]
    [InlineData("return h.Active || h.Age > 3;")]
    public Task What_is_right_passes(string statement) => With(statement).Build().ShouldBuildAsync();
}
