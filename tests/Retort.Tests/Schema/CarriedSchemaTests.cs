namespace Retort.Tests;

public sealed class CarriedSchemaTests
{
    private static readonly CarriedObject[] Objects =
    [
        new(
            "function",
            new TableName("touch(integer)", "public"),
            "CREATE FUNCTION touch(integer) …;\n-- a comment\nSELECT 1;"
        ),
        new("trigger", new TableName("a \"quoted\"\nname"), "CREATE TRIGGER …") { AfterTables = true },
    ];

    [Fact]
    [Row("F3.carried")]
    public void A_file_gives_back_the_objects_it_was_written_from() =>
        Assert.Equal(Objects, CarriedSchema.Parse("a.carried.sql", CarriedSchema.Write(Objects)));

    [Fact]
    [Row("F3.carried")]
    public void A_file_with_line_endings_of_Windows_says_the_same() =>
        Assert.Equal(
            Objects,
            CarriedSchema.Parse("a.carried.sql", CarriedSchema.Write(Objects).ReplaceLineEndings("\r\n"))
        );

    [Theory]
    [InlineData("-- retort: {\"kind\":\"function\"}")]
    [InlineData("-- retort: function touch")]
    [InlineData("-- retort: [1]")]
    [Row("F3.carried")]
    public void A_line_that_names_no_object_is_an_error_with_its_place(string line)
    {
        var error = Assert.Throws<SchemaException>(() => CarriedSchema.Parse("a.carried.sql", $"\n{line}\nSELECT 1;"));
        Assert.Equal("RT0209", error.Code);
        Assert.StartsWith("a.carried.sql(2):", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("F3.carried")]
    public void An_assembly_without_such_files_carries_nothing() =>
        Assert.Empty(CarriedSchema.Of(typeof(CarriedSchemaTests).Assembly));
}
