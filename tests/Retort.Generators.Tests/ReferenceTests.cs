namespace Retort.Generators.Tests;

/// <summary>What an assembly takes from those that it references.</summary>
[Row("A1.references")]
public sealed class ReferenceTests
{
    private static TestProject Library { get; } =
        TestProject.Of(
            """namespace Lib; [Table] public partial class Team { [Key] public int Id { get; set; } }"""
        ) with
        {
            Name = "Lib",
            RootNamespace = "Lib",
        };

    private static TestProject Dialect { get; } =
        TestProject.Of(
            """
            [assembly: RetortDialect(typeof(Toy.ToyDialect))]
            namespace Toy;
            public sealed class ToyDialect { public static Dialect Instance => null!; }
            """
        ) with
        {
            Name = "Toy",
            RootNamespace = "Toy",
        };

    [Fact]
    public async Task MetaData_has_the_tables_of_referenced_assemblies_too_each_once()
    {
        var library = Library.AsReference();
        var middle = TestProject.Of(
            "namespace Middle; [Table] public partial class City { [Key] public int Id { get; set; } }"
        ) with
        {
            Name = "Middle",
            RootNamespace = "Middle",
            References = [library],
        };
        var app = TestProject.Of(
            """
            using System.Linq;
            namespace App;
            [Table] public partial class Hero : Lib.Team { [ForeignKey<Lib.Team>] public int TeamId { get; set; } }
            public static class Program { public static string Main() => string.Join(",", Tables.MetaData.Tables.Select(t => t.Name)); }
            """
        ) with
        {
            References = [library, middle.AsReference()],
        };
        var built = await app.Build().ShouldBuildAsync();
        Assert.Contains(
            "MetaData(typeof(Tables).Assembly, [Hero], global::Lib.Tables.MetaData, global::Middle.Tables.MetaData)",
            built.Generated["Tables.g.cs"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_project_without_models_has_those_of_its_references()
    {
        var app = TestProject.Of(
            "namespace App; public static class Env { public static MetaData Target => Tables.MetaData; }"
        ) with
        {
            References = [Library.AsReference()],
        };
        var built = await app.Build().ShouldBuildAsync();
        Assert.DoesNotContain("RetortTables", built.Generated["Tables.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    [Row("C1.dialects")]
    public async Task Dialects_in_references_are_registered()
    {
        var app = TestProject.Of("namespace App;") with { References = [Dialect.AsReference()] };
        var built = await app.Build().ShouldBuildAsync();
        Assert.Contains(
            "global::Retort.DialectRegistry.Register(global::Toy.ToyDialect.Instance);",
            built.Generated["Registration.g.cs"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_project_that_references_nothing_registers_nothing()
    {
        var built = await TestProject.Of("namespace App;").Build().ShouldBuildAsync();
        Assert.Equal(["Tables.g.cs"], built.Generated.Keys);
    }

    [Fact]
    public async Task A_project_without_tables_uses_those_of_its_reference_where_both_have_one_namespace()
    {
        var app = TestProject.Of(
            "namespace Lib; public static class Env { public static object Team => Tables.Team; }"
        ) with
        {
            RootNamespace = "Lib",
            References = [Library.AsReference()],
        };
        var built = await app.Build().ShouldBuildAsync();
        Assert.Empty(built.Generated);
    }

    [Fact]
    public async Task Two_projects_with_tables_have_two_root_namespaces()
    {
        var app = TestProject.Of(
            "namespace Lib; [Table] public partial class Hero { [Key] public int Id { get; set; } }"
        ) with
        {
            RootNamespace = "Lib",
            References = [Library.AsReference()],
        };
        Assert.Contains("<RootNamespace>", await app.Build().ShouldReportAsync("RT1020", ""), StringComparison.Ordinal);
    }

    [Fact]
    [Row("A10.base-class-elsewhere")]
    public async Task A_base_class_may_stand_in_another_assembly()
    {
        var shared = TestProject.Of(
            """
            namespace Shared;
            public class HeroBase
            {
                [Index] [StringLength(80)] public required string Name { get; set; }
                public string? Nick { get; init; }
                public int Revision { get; private set; }
                public string Title => Name;
            }
            """
        ) with
        {
            Name = "Shared",
            RootNamespace = "Shared",
        };
        var app = TestProject.Of(
            """
            using System.Linq;
            namespace App;
            [Table] public partial class Hero : Shared.HeroBase { [Key] public int Id { get; set; } }
            public static class Program { public static string Main() => string.Join(",", Hero.Table.Columns.Select(c => c.Name)); }
            """
        ) with
        {
            References = [shared.AsReference()],
        };
        var built = await app.Build().ShouldBuildAsync();
        shared.Build().Load();
        Assert.Equal("id,name,nick", built.Run("App.Program", "Main"));
        Assert.Equal(
            ["RT1015", "RT1021", "RT1021"],
            (await built.AnalyzeAsync()).Select(message => message.Id).Order()
        );
    }
}
