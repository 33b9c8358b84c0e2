using Microsoft.CodeAnalysis;

namespace Retort.Generators.Tests;

/// <summary>Models that people write and a generator trips over: each builds without a warning.</summary>
[Row("A13.unusual-models")]
public sealed class ModelShapeTests
{
    private const string Key = "[Key] public int Id { get; set; }";

    private static Task<BuiltProject> Builds(params string[] sources) =>
        TestProject.Of(sources).Build().ShouldBuildAsync();

    [Theory]
    [InlineData("Hero")]
    [InlineData("Tables")]
    [InlineData("Registration")]
    public Task A_model_without_a_namespace(string name) =>
        Builds($$"""[Table] public partial class {{name}} { {{Key}} }""");

    [Fact]
    public async Task Properties_that_are_keywords()
    {
        var built = await Builds(
            $$"""namespace @event; [Table] public partial class @class { {{Key}} public int @int { get; set; } public List<string>? @params { get; set; } }"""
        );
        Assert.Contains("\"params\"", built.Generated["event.class.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Source")]
    [InlineData("Path")]
    [InlineData("Columns")]
    [InlineData("OptionalColumns")]
    [InlineData("Table")]
    [InlineData("MetaData")]
    [InlineData("Map")]
    [InlineData("HeroMap")]
    [InlineData("HeroValues")]
    [InlineData("Instance")]
    [InlineData("_source")]
    [InlineData("source")]
    [InlineData("entity")]
    [InlineData("columns")]
    [InlineData("row")]
    [InlineData("System")]
    [InlineData("Retort")]
    [InlineData("global")]
    [InlineData("field")]
    [InlineData("value")]
    [InlineData("required")]
    [InlineData("Guid")]
    [InlineData("Änderung")]
    public async Task Properties_named_like_generated_members(string name)
    {
        await Builds(
            $$"""namespace App; [Table] public partial class Hero { {{Key}} public string? {{name}} { get; set; } }"""
        );
        await Builds(
            $$"""namespace App; [Table] public partial class Hero { {{Key}} public List<string>? {{name}} { get; set; } }"""
        );
    }

    [Theory]
    [InlineData("Equals")]
    [InlineData("ToString")]
    [InlineData("GetHashCode")]
    [InlineData("GetType")]
    public Task Properties_named_like_members_of_object(string name) =>
        Builds(
            $$"""namespace App; [Table] public partial class Hero { {{Key}} public new string? {{name}} { get; set; } }"""
        );

    [Fact]
    public async Task Models_with_one_name_in_two_namespaces()
    {
        var built = await Builds(
            $$"""
            namespace Shop { [Table("shop_invoice")] public partial class Invoice { {{Key}} } }
            namespace Billing { [Table("billing_invoice")] public partial class Invoice { {{Key}} } }
            public static class Program { public static object[] Main() => [App.Tables.ShopInvoice, App.Tables.BillingInvoice]; }
            """
        );
        Assert.Equal(2, ((object[])built.Run("Program", "Main")!).Distinct().Count());
    }

    [Fact]
    public Task Models_named_like_the_registry_and_its_members() =>
        Builds(
            $$"""
            namespace Shop;
            [Table] public partial class Tables { {{Key}} }
            [Table] public partial class MetaData { {{Key}} }
            [Table] public partial class Columns { {{Key}} }
            """
        );

    [Fact]
    public Task Models_within_types() =>
        Builds(
            $$"""
            namespace App;
            public partial class Outer { public partial struct Inner { [Table("a")] public partial class Hero { {{Key}} } } }
            public partial record Module { public partial interface IPart { [Table("b")] internal partial class Hero { {{Key}} } } }
            """
        );

    [Fact]
    public async Task An_internal_model_gives_an_internal_table()
    {
        var built = await Builds($$"""namespace App; [Table] internal sealed partial class Hero { {{Key}} }""");
        Assert.Contains(
            "internal static global::Retort.Table<",
            built.Generated["Tables.g.cs"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public Task A_generic_base_class() =>
        Builds(
            """
            namespace App;
            public abstract class Entity<TKey> { [Key] public required TKey Id { get; set; } public TKey? Other { get; set; } }
            [Table] public partial class Hero : Entity<Guid> { public string? Name { get; set; } }
            [Table] public partial class Team : Entity<string> { [ForeignKey<Hero>] public Guid? HeroId { get; set; } }
            """
        );

    [Fact]
    public async Task A_table_that_derives_from_a_table_has_all_its_columns()
    {
        var built = await Builds(
            $$"""
            namespace App;
            [Table] public partial class Hero { {{Key}} public string? Name { get; set; } }
            [Table] public partial class Villain : Hero { public string? Lair { get; set; } }
            public static class Program { public static string Main() => string.Join(",", Villain.Table.Columns.Select(c => c.Name)) + Tables.MetaData.Tables.Count; }
            """.Replace("namespace App;", "using System.Linq; namespace App;", StringComparison.Ordinal)
        );
        Assert.Equal("id,name,lair2", built.Run("App.Program", "Main"));
    }

    [Fact]
    public Task A_model_in_parts_and_computed_properties() =>
        Builds(
            $$"""
            namespace App;
            [Table] public partial class Hero { {{Key}} public string Title => "Hero " + Id; }
            """,
            """
            namespace App;
            public partial class Hero { public string? Name { get => field; set => field = value?.Trim(); } public int this[int i] => i; public static int Count { get; set; } }
            """
        );

    [Fact]
    public Task Obsolete_properties_warn_the_user_and_not_in_generated_code() =>
        Builds(
            $$"""namespace App; [Table] public partial class Hero { {{Key}} [Obsolete("gone")] public string? Old { get; set; } }"""
        );

    [Fact]
    public Task Setters_of_all_kinds() =>
        Builds(
            """
            namespace App;
            public abstract class Base { public int A { get; private set; } public int B { get; protected set; } public string? C { get; init; } public required string D { get; init; } }
            [Table] public partial class Hero : Base { [Key] public int Id { get; private set; } public required string E { get; init; } public List<string> F { get; internal set; } = []; }
            """
        );

    [Fact]
    public Task Constructors_of_all_kinds() =>
        Builds(
            $$"""
            namespace App;
            [Table] public partial class A { {{Key}} public A(string name) => Name = name; public string Name { get; set; } }
            [Table] public partial class B { {{Key}} private readonly List<int> _cache = []; private B() { } public static B New() => new(); public int Count => _cache.Count; }
            [Table] public partial class C { {{Key}} private readonly List<int> _cache = []; public required string Name { get; set; } public int Count => _cache.Count; }
            [Table] public partial class D { {{Key}} [NotMapped] public required string Name { get; set; } }
            """
        );

    [Fact]
    public Task Every_type_of_column() =>
        Builds(
            $$"""
            namespace App;
            [Table] public partial class Everything
            {
                {{Key}}
                {{string.Join(
                "\n    ",
                AllTypes.Select(
                    (type, i) =>
                        $"public {type} P{i} {{ get; set; }}{(type.EndsWith('?') || !IsReference(type) ? "" : " = null!;")}"
                )
            )}}
            }
            """
        );

    [Fact]
    public async Task Implicit_usings_off()
    {
        var source = """
            namespace App;
            [Retort.Table] public partial class Hero
            {
                [System.ComponentModel.DataAnnotations.Key] public System.Guid Id { get; set; } = System.Guid.CreateVersion7();
                public System.Collections.Generic.List<string>? Powers { get; set; }
            }
            """;
        await (TestProject.Of(source) with { ImplicitUsings = false }).Build().ShouldBuildAsync();
    }

    [Fact]
    [Row("A3.nullable-off")]
    public async Task Nullable_off_makes_objects_nullable_unless_required()
    {
        var source = """
            using System.Linq;
            namespace App;
            [Table] public partial class Hero
            {
                [Key] public string Id { get; set; }
                public string Nick { get; set; }
                [Required] public string Name { get; set; }
                public required string SecretName { get; set; }
                public List<string> Powers { get; set; }
                public Dictionary<string, List<string>> More { get; set; }
                public int Age { get; set; }
                [ForeignKey<Hero>] public string BossId { get; set; }
            }
            public static class Program { public static string Main() => string.Join(",", Hero.Table.Columns.Where(c => c.Nullable).Select(c => c.Name)); }
            """;
        var built = await (TestProject.Of(source) with { Nullable = NullableContextOptions.Disable })
            .Build()
            .ShouldBuildAsync();
        Assert.Equal("nick,powers,more,boss_id", built.Run("App.Program", "Main"));
    }

    [Theory]
    [InlineData("my-app", "my_app")]
    [InlineData("2fast", "_2fast")]
    [InlineData("My.class", "My.@class")]
    [InlineData("", null)]
    public void Any_root_namespace_becomes_a_namespace(string root, string? expected)
    {
        var built = (
            TestProject.Of($$"""[Table] public partial class Hero { {{Key}} }""") with
            {
                RootNamespace = root,
            }
        ).Build();
        Assert.Empty(built.CompilerMessages);
        var tables = built.Generated["Tables.g.cs"];
        if (expected is null)
            Assert.DoesNotContain("namespace", tables, StringComparison.Ordinal);
        else
            Assert.Contains($"namespace {expected};", tables, StringComparison.Ordinal);
    }

    private static string[] AllTypes { get; } =
    [
        .. new[]
        {
            "bool",
            "short",
            "int",
            "long",
            "float",
            "double",
            "decimal",
            "string",
            "Guid",
            "DateTimeOffset",
            "DateTime",
            "DateOnly",
            "TimeOnly",
            "byte[]",
            "JsonNode",
            "List<string>",
            "List<string?>",
            "List<int?>",
            "List<JsonNode>",
            "List<JsonNode?>",
            "Dictionary<string, bool>",
            "Dictionary<string, JsonNode?>",
            "Dictionary<string, List<Dictionary<string, Guid>>?>",
            "List<short>",
            "List<float>",
            "List<DateTime>",
            "List<DateOnly>",
            "List<TimeOnly>",
            "List<DateTimeOffset>",
            "List<decimal?>",
        }.SelectMany(type => new[] { type, type + "?" }),
    ];

    private static bool IsReference(string type) =>
        type is "string" or "byte[]" or "JsonNode" || type.Contains('<', StringComparison.Ordinal);
}
