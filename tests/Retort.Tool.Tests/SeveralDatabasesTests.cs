namespace Retort.Tool.Tests;

/// <summary>One project with two databases of two kinds, each with a history of its own.</summary>
public sealed class SeveralDatabasesTests(InstalledTool tool)
{
    private const string Bill = """
        using System.ComponentModel.DataAnnotations;
        using Retort;

        namespace HeroApp;

        [Table]
        public partial class Bill
        {
            [Key]
            public int Id { get; set; }

            public required decimal Amount { get; set; }
        }
        """;

    private const string Environments = """
        using Retort;
        using Retort.Migrations;

        namespace HeroApp.Migrations;

        internal sealed class HeroEnv : MigrationEnvironment
        {
            public override MetaData TargetMetaData => new(Tables.Hero);
        }

        [Section("billing")]
        internal sealed class BillingEnv : MigrationEnvironment
        {
            public override MetaData TargetMetaData => new(Tables.Bill);
        }
        """;

    private const string Main = """
        using Retort;
        using Retort.Migrations;

        await using var heroes = Engine.Create("sqlite:///main.db");
        await using var billing = Engine.Create(args[0]);
        var first = await heroes.MigrateAsync();
        var second = await billing.MigrateAsync(options: new MigrationOptions { Section = "billing" });
        Console.WriteLine($"{first.Applied.Count} {second.Applied.Count} {second.Before.Count}");
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Row("H3.databases")]
    public async Task Each_section_has_its_models_its_revisions_and_its_database()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        var database = PostgresCluster.CreateDatabase();
        var (url, other) = (PostgresCluster.Url(database), PostgresCluster.Url(PostgresCluster.CreateDatabase()));
        var masked = url.Replace("@", ":***@", StringComparison.Ordinal);
        var folder = await tool.NewProjectAsync("several databases");
        (await tool.DotnetAsync(folder, "add", "package", "Retort.PostgreSql")).Succeeds();
        PostgresCluster.Sql("CREATE SCHEMA ops", database);
        foreach (var (name, text) in new[] { ("Hero.cs", HeroSources.Hero), ("Bill.cs", Bill), ("Program.cs", Main) })
            await File.WriteAllTextAsync(Path.Combine(folder, name), text, Token);
        (await Run("init")).Succeeds();
        await File.WriteAllTextAsync(Path.Combine(folder, "migrations", "Env.cs"), Environments, Token);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "retort.json"),
            $$"""
            {
              "url": "sqlite:///app.db",
              "sections": {
                "billing": { "script_location": "migrations/billing", "url": "{{url.Replace(
                "@",
                ":s3cret@",
                StringComparison.Ordinal
            )}}", "version_table_schema": "ops" },
                "other": { "script_location": "migrations/billing", "url": "{{other}}" },
              },
            }
            """,
            Token
        );
        Directory.CreateDirectory(Path.Combine(folder, "migrations", "billing"));

        (await Run("revision", "--autogenerate", "-m", "create heroes")).Succeeds("added table 'hero'");
        (await Run("revision", "--autogenerate", "-m", "create bills", "-n", "billing")).Succeeds(
            "added table 'bill'",
            masked
        );
        var revision = Assert.Single(Directory.GetFiles(Path.Combine(folder, "migrations", "billing", "versions")));
        Assert.Contains(
            "[Section(\"billing\")]",
            await File.ReadAllTextAsync(revision, Token),
            StringComparison.Ordinal
        );
        (await Run("upgrade", "head")).Succeeds("create heroes", "app.db");
        (await Run("upgrade", "head", "-n", "billing")).Succeeds("create bills", masked);
        (await Run("check")).Succeeds();
        (await Run("check", "-n", "billing")).Succeeds();
        Assert.Equal("1", PostgresCluster.Sql("SELECT count(*) FROM ops.retort_version", database).Trim());
        (await Run("history", "-n", "billing")).Succeeds("create bills");
        Assert.DoesNotContain("bills", (await Run("history")).Output, StringComparison.Ordinal);
        Assert.Equal(
            ["hero"],
            SqliteFile.Column(
                Path.Combine(folder, "app.db"),
                "SELECT name FROM sqlite_master WHERE name IN ('hero', 'bill')"
            )
        );
        (await Run("upgrade", "head", "-n", "other")).Succeeds("create bills", other);
        (await Run("downgrade", "base", "-n", "other")).Succeeds();

        (await tool.DotnetAsync(folder, "run", "--", other)).Succeeds("1 1 0");

        Task<Finished> Run(params string[] arguments) => tool.RunAsync(folder, arguments);
    }
}
