using Microsoft.CodeAnalysis;

namespace Retort.Generators.Tests;

/// <summary>What the compiler says about the version history while it is written.</summary>
[Row("G6.diagnostics")]
public sealed class RevisionProblemTests
{
    private static TestProject Project(params string[] sources) =>
        TestProject.Of([.. sources.Select(source => "using Retort.Migrations; " + source)]) with
        {
            References = [TestProject.Migrations],
        };

    private static string Revision(string id, string attributes = "", string modifiers = "public sealed") =>
        $$"""
            [Revision("{{id}}")] {{attributes}}
            {{modifiers}} class R_{{id}} : Migration
            {
                public override void Upgrade(Operations op) { }
                public override void Downgrade(Operations op) { }
            }
            """;

    private static Task<string> Report(string id, string at, params string[] sources) =>
        Project(sources).Build().ShouldReportAsync(id, at);

    private static async Task<string[]> IdsAsync(TestProject project) =>
        [
            .. (await project.Build().AnalyzeAsync())
                .Select(message => $"{message.Id} {Path.GetFileName(message.Location.SourceTree!.FilePath)}")
                .Order(),
        ];

    [Fact]
    public async Task A_history_that_is_right_says_nothing() =>
        await Project(
                Revision("a", """[BranchLabel("app")]"""),
                Revision("b", """[Revises("a")]"""),
                Revision("c", """[Revises("a")] [DependsOn("app")]"""),
                Revision("d", """[Revises("b", "c")]""")
            )
            .Build()
            .ShouldBuildAsync();

    [Fact, Row("G6.sections")]
    public async Task Sections_are_histories_of_their_own() =>
        await Project(
                Revision("a"),
                Revision("b", """[Revises("a")]"""),
                Revision("c", """[Section("billing")]"""),
                Revision("d", """[Revises("c")] [Section("billing")]""")
            )
            .Build()
            .ShouldBuildAsync();

    [Fact, Row("G6.sections")]
    public async Task A_parent_is_of_the_same_section() =>
        await Report("RT1201", "\"a\"", Revision("a"), Revision("b", """[Revises("a")] [Section("billing")]"""));

    [Theory, Row("G6.sections")]
    [InlineData("", "", "without [Section]")]
    [InlineData("[Section(\"billing\")]", "[Section(\"billing\")]", "for [Section(\"billing\")]")]
    public async Task A_section_has_one_environment_class(string first, string second, string text) =>
        Assert.Contains(
            $"'A' and 'B' are both environment classes {text}",
            await Report("RT1210", "B", Environment(second, "B"), Environment(first, "A")),
            StringComparison.Ordinal
        );

    [Theory, Row("M2.environment")]
    [InlineData("public Env(string url) { }", "it has no constructor without parameters that is internal or public.")]
    [InlineData("private Env() { }", "it has no constructor without parameters that is internal or public.")]
    public async Task An_environment_class_that_cannot_be_made_is_named(string constructor, string obstacle) =>
        Assert.Contains(
            $"'Env' cannot be the project's environment class: {obstacle}",
            await Report("RT1211", "Env", Unusual("", constructor)),
            StringComparison.Ordinal
        );

    [Fact, Row("M2.environment")]
    public async Task A_base_of_environment_classes_and_one_of_a_test_are_none() =>
        await Project(
                Unusual("abstract", "protected Env(string url) { }"),
                $"class Fixture {{ private sealed {Unusual("", "public Env(string url) { }")} }}"
            )
            .Build()
            .ShouldBuildAsync();

    private static string Unusual(string modifiers, string constructor) =>
        $"{modifiers} class Env : MigrationEnvironment {{ {constructor} public override Retort.MetaData TargetMetaData => new(); }}";

    [Fact, Row("G6.sections")]
    public async Task Each_section_may_have_an_environment_class() =>
        await Project(Environment("", "A"), Environment("[Section(\"b\")]", "B"), Environment("[Section(\"c\")]", "C"))
            .Build()
            .ShouldBuildAsync();

    private static string Environment(string section, string name) =>
        $"{section} class {name} : MigrationEnvironment {{ public override Retort.MetaData TargetMetaData => new(); }}";

    [Fact]
    public async Task A_parent_exists() =>
        Assert.Contains(
            "Revision 'bbbb' follows 'aaab', and there is no such revision. Did you mean 'aaaa'?",
            await Report(
                "RT1201",
                "\"aaab\"",
                Revision("aaaa", """[Revises("bbbb0")]""").Replace("bbbb0", "cccc", StringComparison.Ordinal),
                Revision("cccc"),
                Revision("bbbb", """[Revises("aaaa", "aaab")]""")
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_dependency_exists() =>
        Assert.Contains(
            "depends on 'nobody'",
            await Report("RT1201", "\"nobody\"", Revision("a", """[DependsOn("nobody")]""")),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_parent_is_named_by_its_id_and_not_by_a_label() =>
        await Report(
            "RT1201",
            "\"app\"",
            Revision("a", """[BranchLabel("app")]"""),
            Revision("b", """[Revises("a", "app")]""")
        );

    [Fact]
    public async Task An_id_is_given_once() =>
        Assert.Contains(
            "'R_a' and 'Copy' are both revision 'a'",
            await Report(
                "RT1202",
                "\"a\"",
                Revision("a"),
                Revision("a").Replace("R_a", "Copy", StringComparison.Ordinal),
                Revision("b", """[Revises("a")]""")
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("""[Revises("c")]""", """[Revises("a")]""", """[Revises("b")]""")]
    [InlineData("""[DependsOn("c")]""", """[Revises("a")]""", """[Revises("b")]""")]
    [InlineData("""[DependsOn("end")]""", """[Revises("a")]""", """[Revises("b")] [BranchLabel("end")]""")]
    public async Task There_is_an_order(string ofA, string ofB, string ofC)
    {
        var messages = await Project(
                Revision("a", ofA),
                Revision("b", ofB),
                Revision("c", ofC),
                Revision("after", """[Revises("c")]""")
            )
            .Build()
            .AnalyzeAsync();
        Assert.Equal(["RT1203", "RT1203", "RT1203"], messages.Select(message => message.Id));
        Assert.Contains("'a', 'c', 'b'", messages[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[Revises("a")]""")]
    [InlineData("""[DependsOn("a")]""")]
    public async Task A_revision_does_not_come_before_itself(string attribute) =>
        await Report("RT1203", "\"a\"", Revision("a", attribute), Revision("b", """[Revises("a")]"""));

    [Fact]
    public async Task Several_heads_are_a_warning_at_each_of_them()
    {
        var project = Project(Revision("a"), Revision("b", """[Revises("a")]"""), Revision("c", """[Revises("a")]"""));
        Assert.Equal(["RT1204 File1.cs", "RT1204 File2.cs"], await IdsAsync(project));
        var warning = (await project.Build().AnalyzeAsync())[0];
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        Assert.Contains("one of 2 heads", warning.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_cannot_be_undone_is_told()
    {
        var source =
            """[Revision("a")] public sealed class A : Migration { public override void Upgrade(Operations op) { } }""";
        Assert.Contains("'A' has no Downgrade", await Report("RT1205", "A", source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_downgrade_may_stand_in_a_base_class() =>
        await Project(
                """
                public abstract class Undone : Migration { public override void Downgrade(Operations op) { } }
                [Revision("a")] public sealed class A : Undone { public override void Upgrade(Operations op) { } }
                """
            )
            .Build()
            .ShouldBuildAsync();

    [Theory]
    [InlineData("public abstract class X : Migration { }", "it is abstract")]
    [InlineData("public class X { }", "it does not derive from 'Migration'")]
    [InlineData("public class X<T> : Migration { public override void Upgrade(Operations op) { } }", "it is generic")]
    [InlineData(
        "file class X : Migration { public override void Upgrade(Operations op) { } }",
        "it is local to its file"
    )]
    [InlineData(
        "public class X(int n) : Migration { public override void Upgrade(Operations op) => _ = n; }",
        "it has no constructor without parameters"
    )]
    public async Task A_revision_can_be_run(string declaration, string obstacle) =>
        Assert.Contains(
            obstacle,
            await Report("RT1206", "X", $$"""[Revision("x")] {{declaration}}"""),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("[Revises(Ids.A)]", "Ids.A")]
    [InlineData("[Revises(\"a\" + \"\")]", "\"a\" + \"\"")]
    [InlineData("[Revises([\"a\"])]", "[\"a\"]")]
    [InlineData("[Revises(\"a\")] [DependsOn(nameof(a))]", "nameof(a)")]
    public async Task The_history_is_written_in_string_literals(string attribute, string at) =>
        await Report(
            "RT1207",
            at,
            "public static class Ids { public const string A = \"a\"; } public sealed class a;",
            Revision("a"),
            Revision("b", attribute)
        );

    [Theory]
    [InlineData("a-b", "1 to 32 letters")]
    [InlineData("123456789012345678901234567890123", "1 to 32 letters")]
    [InlineData("abc\\n", "1 to 32 letters")]
    [InlineData("head", "means something else")]
    public async Task An_id_can_be_used(string id, string advice) =>
        Assert.Contains(
            advice,
            await Report("RT1208", $"\"{id}\"", Revision("x").Replace("\"x\"", $"\"{id}\"", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a@b", "letters, digits")]
    [InlineData("app-1", "letters, digits")]
    [InlineData("base", "means something else")]
    public async Task A_label_can_be_used(string label, string advice) =>
        Assert.Contains(
            advice,
            await Report("RT1208", $"\"{label}\"", Revision("a", $"[BranchLabel(\"{label}\")]")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("app")]
    [InlineData("a")]
    public async Task A_label_is_given_once(string label) =>
        Assert.Contains(
            $"'{label}' is a name of 'R_a' already",
            await Report(
                "RT1209",
                $"\"{label}\"",
                Revision("a", """[BranchLabel("app")]"""),
                Revision("b", $"[Revises(\"a\")] [BranchLabel(\"{label}\")]")
            ),
            StringComparison.Ordinal
        );

    [Fact]
    [Row("G6.across-projects")]
    public async Task A_revision_may_follow_one_of_another_project()
    {
        var library = Project(Revision("a")) with { Name = "Lib", RootNamespace = "Lib" };
        var app = Project(Revision("b", """[Revises("a")]"""));
        await (app with { References = [.. app.References, library.AsReference()] }).Build().ShouldBuildAsync();
        await app.Build().ShouldReportAsync("RT1201", "\"a\"");
    }

    [Theory]
    [Row("G6.across-projects")]
    [InlineData("a", "", "RT1202")]
    [InlineData("b", "[Revises(\"x\")]", "RT1201")]
    [InlineData("b", "", "RT1204")]
    public async Task What_another_project_has_counts(string id, string attributes, string problem)
    {
        var library = Project(Revision("a")) with { Name = "Lib", RootNamespace = "Lib" };
        var app = Project(Revision(id, attributes));
        var messages = await (app with { References = [.. app.References, library.AsReference()] })
            .Build()
            .AnalyzeAsync();
        Assert.Contains(problem, messages.Select(message => message.Id));
    }
}
