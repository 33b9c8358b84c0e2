using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Retort.Generators.Tests;

/// <summary>Names of tables and columns are those of <see cref="JsonNamingPolicy.SnakeCaseLower"/>.</summary>
[Row("A1.names")]
public sealed class NameTests
{
    private static readonly Gen<string> Identifiers = Gen.OneOf(
            Gen.Elements("aBcdXYZ019_ ".ToCharArray()),
            Gen.Elements("äÄßñÑДдλΛİıǅ中٣̈".ToCharArray()),
            ArbMap.Default.GeneratorFor<char>()
        )
        .ListOf()
        .Select(letters => string.Concat(letters));

    [Fact]
    public void A_name_is_the_one_of_SnakeCaseLower() =>
        Prop.ForAll(
                Identifiers.ToArbitrary(),
                name => SnakeCase.Convert(name) == JsonNamingPolicy.SnakeCaseLower.ConvertName(name)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Theory]
    [InlineData("HeroPower", "hero_power")]
    [InlineData("XMLData", "xml_data")]
    [InlineData("Line2", "line2")]
    [InlineData("Id", "id")]
    public void A_word_begins_at_an_upper_case_letter(string name, string column) =>
        Assert.Equal(column, SnakeCase.Convert(name));
}
