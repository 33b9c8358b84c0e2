using Retort.Docs.Tests.Pages;

namespace Retort.Docs.Tests;

/// <summary>The table of types says what the generator and the database make of each.</summary>
[Collection(nameof(CodeTests))]
public sealed class TypeTableTests
{
    [Fact]
    [Row("M4.tables")]
    public async Task A_type_of_the_table_has_the_column_that_the_table_says()
    {
        var rows = new Page("docs/models.md").Table("Types").ToList();
        var properties = rows.Select((row, i) => $"public {Code(row[0])}? C{i} {{ get; set; }}");
        var program = PageSource.Of(
            new Block(
                "docs/models.md",
                1,
                $$"""
                using System.ComponentModel.DataAnnotations;
                using System.Text.Json.Nodes;
                using Retort;
                [Table] public partial class Typed { [Key] public int Id { get; set; } {{string.Join(
                    ' ',
                    properties
                )}} }
                foreach (var column in Typed.Table.Columns.Skip(1))
                    Console.Error.WriteLine($"{column.Type.CSharp} | {SqliteDialect.Instance.Types.Ddl(column.Type)} | {PostgreSqlDialect.Instance.Types.Ddl(column.Type)}");
                """
            )
        );
        Assert.Equal(
            rows.Select(row => $"{Code(row[1])} | {Code(row[2])} | {Code(row[3])}"),
            await PageRun.RunAsync(new PageProject(program).Emit(TestContext.Current.CancellationToken))
        );
    }

    private static string Code(string cell) => cell.Trim('`');
}
