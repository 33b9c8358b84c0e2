using System.Text;
using static Retort.Ddl;

namespace Retort.Tests.Schema;

/// <summary>Names by SQLAlchemy's tokens.</summary>
public sealed class NamingConventionTests
{
    private static Table Named(NamingConvention? naming, string name = "hero") =>
        new(
            name,
            [
                Column("id", Integer()),
                Column("first", Text()),
                Column("last", Text()),
                PrimaryKey("id"),
                Unique(["first", "last"]),
                Check("first <> last"),
                Check("1 = 1"),
                ForeignKey(["first", "last"], "person", ["given", "family"]),
                Index(["last", "first"]),
                Index([Sql("lower(first)")]),
                Index(["id"], name: "mine"),
            ],
            naming: naming
        );

    private static string[] Names(Table table) =>
        [.. table.Constraints.Select(each => each.Name!), .. table.Indexes.Select(each => each.Name!)];

    [Fact]
    [Row("A11.standard")]
    public void Without_a_convention_names_say_the_table_and_the_columns() =>
        Assert.Equal(
            [
                "pk_hero",
                "uq_hero_first_last",
                "ck_hero_first_last",
                "ck_hero_24501893",
                "fk_hero_first_last_person",
                "ix_hero_last_first",
                "ix_hero_210fabfb",
                "mine",
            ],
            Names(Named(null))
        );

    [Fact]
    [Row("A11.tokens")]
    public void The_tokens_are_those_of_SQLAlchemy()
    {
        var naming = new NamingConvention
        {
            PrimaryKey = "%(table_name)s_pkey",
            Unique = "uq_%(table_name)s_%(column_0_name)s_%(column_1_key)s",
            Check = "ck_%(table_name)s_%(constraint_name)s",
            ForeignKey =
                "fk_%(column_0_label)s_%(referred_table_name)s_%(referred_column_0_name)s_%(referred_column_0_N_name)s",
            Index = "ix_%(column_0N_name)s",
        };

        Assert.Equal(
            [
                "hero_pkey",
                "uq_hero_first_last",
                "ck_hero_first_last",
                "fk_hero_first_person_given_given_family",
                "ix_lastfirst",
                "mine",
            ],
            Names(Named(naming)).Where(name => !name.Any(char.IsAsciiDigit))
        );
    }

    [Theory]
    [Row("A11.unknown-token")]
    [InlineData("%(column)s")]
    [InlineData("%(column_7_name)s")]
    [InlineData("%(referred_table_name)s")]
    public void A_token_that_means_nothing_is_an_error(string token)
    {
        var error = Assert.Throws<SchemaException>(() => Named(new() { Index = $"ix_{token}" }));

        Assert.Contains(token, error.Message, StringComparison.Ordinal);
        Assert.Contains("'hero'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("A11.length")]
    public void A_name_is_cut_at_63_bytes_and_stays_its_own()
    {
        var names = Names(Named(null, new string('ß', 40)))
            .Concat(Names(Named(null, new string('ß', 39) + "s")))
            .ToList();

        Assert.All(names, name => Assert.True(Encoding.UTF8.GetByteCount(name) <= NamingConvention.MaxBytes));
        Assert.Equal(names.Distinct().Count() + 1, names.Count); // "mine" is there twice
    }
}
