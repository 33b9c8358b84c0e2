using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Generators.Tests;

/// <summary>An edit costs only what depends on it.</summary>
[Row("A13.cached-steps")]
public sealed class CachingTests
{
    private const string Model = """
        [Table] public partial class Hero
        {
            [Key] public int Id { get; set; }
            [Index] public string? Name { get; set; }
            public List<string>? Powers { get; set; }
            [ForeignKey<Hero>] public int? BossId { get; set; }
        }
        """;

    private const string Revisions = """
        using Retort.Migrations;
        [Revision("a")] public sealed class First : Migration { public override void Upgrade(Operations op) { } }
        public sealed class Env : MigrationEnvironment { public override MetaData TargetMetaData => App.Tables.MetaData; }
        """;

    private static readonly string[] StepNames =
    [
        .. typeof(Steps)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void An_unrelated_edit_leaves_each_step_cached()
    {
        var reasons = ReasonsAfter(compilation =>
            compilation.AddSyntaxTrees(
                CSharpSyntaxTree.ParseText(
                    "class Unrelated;",
                    (CSharpParseOptions)compilation.SyntaxTrees.First().Options
                )
            )
        );
        Assert.Equal(StepNames.Order(), reasons.Keys.Intersect(StepNames).Order());
        Assert.All(
            reasons.Values.SelectMany(each => each),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
        );
    }

    [Fact]
    public void A_comment_in_a_model_leaves_each_step_cached()
    {
        var reasons = ReasonsAfter(compilation => Replace(compilation, Model + " // a remark"));
        Assert.All(
            reasons.Values.SelectMany(each => each),
            reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
        );
    }

    [Fact]
    public void A_new_property_changes_its_table_and_not_the_registry()
    {
        var reasons = ReasonsAfter(compilation =>
            Replace(compilation, Model.Replace("Id {", "Id { get; set; } public int Age {", StringComparison.Ordinal))
        );
        Assert.Equal([IncrementalStepRunReason.Modified], reasons[Steps.Tables]);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, reasons[Steps.Registry]);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, reasons[Steps.References]);
    }

    /// <summary>What is kept between edits must not keep a compilation alive, nor differ where nothing changed.</summary>
    [Fact]
    public void Nothing_of_the_compiler_is_in_a_model()
    {
        Type[] models =
        [
            typeof(TableModel),
            typeof(ProjectModel),
            typeof(ReferencesModel),
            typeof(RegistryModel),
            typeof(RegistrationModel),
        ];
        var seen = new HashSet<Type>();
        foreach (var model in models)
            Visit(model);
        Assert.Contains(typeof(ColumnModel), seen);
        Assert.Contains(typeof(ForeignKeyModel), seen);

        void Visit(Type type)
        {
            foreach (var argument in type.GenericTypeArguments)
                Visit(argument);
            Assert.False(
                type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal),
                $"{type} belongs to the compiler."
            );
            if (type.Assembly != typeof(TableModel).Assembly || type.IsEnum || !seen.Add(type))
                return;
            Assert.True(
                type.IsGenericType || type.GetMethod("<Clone>$") is not null,
                $"{type} does not compare by value: make it a record."
            );
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                Visit(field.FieldType);
        }
    }

    private static Compilation Replace(Compilation compilation, string source)
    {
        var tree = compilation.SyntaxTrees.First();
        return compilation.ReplaceSyntaxTree(
            tree,
            tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(source))
        );
    }

    /// <summary>Why each named step gave its results when the project was compiled again after an edit.</summary>
    private static Dictionary<string, IReadOnlyList<IncrementalStepRunReason>> ReasonsAfter(
        Func<Compilation, Compilation> edit
    )
    {
        var project = TestProject.Of(Model, Revisions) with { References = [TestProject.Migrations] };
        Compilation before = project.Compile();
        var result = project.Driver.RunGenerators(before).RunGenerators(edit(before)).GetRunResult();
        return Assert
            .Single(result.Results)
            .TrackedSteps.Where(step => StepNames.Contains(step.Key))
            .ToDictionary(
                step => step.Key,
                IReadOnlyList<IncrementalStepRunReason> (step) =>
                    [.. step.Value.SelectMany(run => run.Outputs).Select(output => output.Reason)]
            );
    }
}
