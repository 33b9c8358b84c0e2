using System.Text.RegularExpressions;
using Retort.Docs.Tests.Pages;

namespace Retort.Docs.Tests;

/// <summary>The code of the documentation is compiled and run as it stands.</summary>
[Collection(nameof(CodeTests))] // standard error and the current folder belong to the process
public sealed partial class CodeTests
{
    public static TheoryData<string> Pages => [.. Page.Names.Where(name => new Page(name).Blocks("csharp").Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    [Row("M4.code")]
    public async Task Each_block_compiles_without_a_warning(string page)
    {
        foreach (var source in PageSource.Of(new Page(page)))
            Assert.Equal([], await new PageProject(source).ProblemsAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    [Row("M4.code")]
    public async Task A_page_runs_and_its_statements_are_the_SQL_beside_them(string page)
    {
        var program = new PageProject(PageSource.Of(new Page(page))[^1]);
        var executed = await PageRun.RunAsync(program.Emit(TestContext.Current.CancellationToken));
        var at = 0;
        foreach (var (sql, line) in ShownSql(new Page(page)))
        {
            var pattern = string.Join(".*", sql.Split('…').Select(Regex.Escape));
            var found = executed.Skip(at).TakeWhile(each => !Regex.IsMatch(each, $@"^{pattern}( \[.*\])?$")).Count();
            Assert.True(
                at + found < executed.Count,
                $"{page}:{line}: this SQL was not executed here:\n{sql}\nWhat was executed:\n{string.Join('\n', executed.Skip(at))}"
            );
            at += found + 1;
        }
    }

    /// <summary>Comments that are SQL, and the lines of SQL blocks; … stands for anything.</summary>
    private static IEnumerable<(string Sql, int Line)> ShownSql(Page page) =>
        Lines(page, "csharp")
            .Select(line => (Sql: SqlComment().Match(line.Text).Groups["sql"].Value, line.Number))
            .Where(comment => comment.Sql.Length > 0)
            .Concat(Lines(page, "sql").Select(line => (Sql: line.Text.Trim(), line.Number)))
            .OrderBy(sql => sql.Number);

    private static IEnumerable<(string Text, int Number)> Lines(Page page, string language) =>
        page.Blocks(language).SelectMany(block => block.Text.Split('\n').Select((text, i) => (text, block.Line + i)));

    [GeneratedRegex("// (?<sql>(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|BEGIN|COMMIT|ROLLBACK)\\b.*)$")]
    private static partial Regex SqlComment();
}
