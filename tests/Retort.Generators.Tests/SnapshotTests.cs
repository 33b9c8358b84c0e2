namespace Retort.Generators.Tests;

/// <summary>The generated code of the tutorial's Hero, as people read it when they go to its definition.</summary>
[Row("A13.generated-code")]
public sealed class SnapshotTests
{
    private const string Hero = """
        namespace HeroApp;

        /// <summary>Shared fields.</summary>
        public partial class HeroBase
        {
            [Index]
            [StringLength(80)]
            public required string Name { get; set; }

            [Index]
            public int? Age { get; set; }
        }

        /// <summary>A hero.</summary>
        [Table]
        public partial class Hero : HeroBase
        {
            [Key]
            public Guid Id { get; set; } = Guid.CreateVersion7();

            public required string SecretName { get; set; }

            public List<string>? Powers { get; set; }

            public Dictionary<string, JsonNode?>? AttributesData { get; set; }

            [Index]
            public string? Allegiance { get; set; }
        }
        """;

    [Theory]
    [InlineData("HeroApp.Hero.g.cs")]
    [InlineData("Tables.g.cs")]
    public async Task Generated_code_is_the_snapshot(string file)
    {
        var project = TestProject.Of(Hero) with { RootNamespace = "HeroApp" };
        var built = await project.Build().ShouldBuildAsync();
        Snapshot.Compare(file, built.Generated[file]);
    }
}
