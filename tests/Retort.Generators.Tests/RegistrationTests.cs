using Retort.Migrations;

namespace Retort.Generators.Tests;

/// <summary>Revisions and environments are made known by the module initialiser of their assembly.</summary>
[Row("G8.registration")]
public sealed class RegistrationTests
{
    private const string Revision = """
        using Retort.Migrations;
        namespace App.Migrations;
        [Revision("b1", Message = "join \"them\"", Created = "2026-11-21T10:00:00Z")]
        [Revises("a1", "a2")]
        [DependsOn("c1")]
        [BranchLabel("app")]
        public sealed class B1 : Migration { public override void Upgrade(Operations op) { } }
        """;

    private const string Environment = """
        using Retort.Migrations;
        namespace App.Migrations;
        internal sealed class Env : MigrationEnvironment { public override MetaData TargetMetaData => Tables.MetaData; }
        """;

    private static TestProject With(params string[] sources) =>
        TestProject.Of(sources) with
        {
            References = [TestProject.Migrations],
        };

    [Fact]
    public void A_revision_is_registered_with_all_that_its_attributes_say()
    {
        var built = With(Revision).Build();
        Assert.Empty(built.CompilerMessages);
        Snapshot.Compare("Registration.g.cs", built.Generated["Registration.g.cs"]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Hash_and_fingerprint_are_those_that_the_tool_reads_from_the_file(string lineEnd)
    {
        var source = Revision.ReplaceLineEndings(lineEnd);
        var registration = With(source).Build().Generated["Registration.g.cs"];
        Assert.Contains($"\"{ContentHash.Of(Revision)}\"", registration, StringComparison.Ordinal);
        Assert.Contains(
            $"Fingerprint = {ContentFingerprint.Of("\uFEFF" + Revision)},",
            registration,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_environment_is_registered()
    {
        var built = await With(Environment).Build().ShouldBuildAsync();
        Assert.Contains(
            "RegisterEnvironment(static () => new global::App.Migrations.Env());",
            built.Generated["Registration.g.cs"],
            StringComparison.Ordinal
        );
    }

    [Fact, Row("H3.sections")]
    public void Revisions_and_environments_are_registered_with_their_sections()
    {
        var built = With(
                Environment,
                Environment
                    .Replace("internal", "[Section(\"billing\")] internal", StringComparison.Ordinal)
                    .Replace("Env", "BillingEnv", StringComparison.Ordinal)
                    .Replace("MigrationBillingEnv", "MigrationEnv", StringComparison.Ordinal),
                Revision.Replace("[Revises", "[Section(\"billing\")] [Revises", StringComparison.Ordinal)
            )
            .Build();
        var registration = built.Generated["Registration.g.cs"];
        Assert.Contains("new global::App.Migrations.Env());", registration, StringComparison.Ordinal);
        Assert.Contains(
            "new global::App.Migrations.BillingEnv(), \"billing\");",
            registration,
            StringComparison.Ordinal
        );
        Assert.Contains("Section = \"billing\",", registration, StringComparison.Ordinal);
    }

    [Fact]
    public void Revisions_of_a_referenced_assembly_become_known_too()
    {
        var library = With(Revision) with { Name = "Lib" };
        var app = TestProject.Of("namespace Main;") with
        {
            RootNamespace = "Main",
            References = [TestProject.Migrations, library.AsReference()],
        };
        var built = app.Build();
        Assert.Empty(built.CompilerMessages);
        Assert.Contains(
            "RunModuleConstructor(typeof(global::Retort.Generated.Lib.Registration).Module.ModuleHandle)",
            built.Generated["Registration.g.cs"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Running_the_application_makes_revisions_known_once()
    {
        var library = With(Revision.Replace("b1", "only_here", StringComparison.Ordinal), Environment) with
        {
            Name = "Lib",
        };
        var app = TestProject.Of("namespace Main; public static class Program { public static int Main() => 1; }") with
        {
            RootNamespace = "Main",
            References = [TestProject.Migrations, library.AsReference()],
        };
        library.Build().Load();
        app.Build().Run("Main.Program", "Main");
        Assert.Single(RevisionRegistry.Revisions, revision => revision.Id == "only_here");
    }

    [Theory]
    [InlineData("""[Revision("x")] public abstract class X : Migration { }""")]
    [InlineData("""[Revision("x")] public class X { }""")]
    [InlineData(
        """[Revision("x")] public sealed class X(int n) : Migration { public override void Upgrade(Operations op) => _ = n; }"""
    )]
    public void What_cannot_be_created_is_not_registered(string source)
    {
        var built = With("using Retort.Migrations; " + source).Build();
        Assert.Empty(built.CompilerMessages);
        Assert.DoesNotContain("Registration.g.cs", built.Generated.Keys);
    }
}
