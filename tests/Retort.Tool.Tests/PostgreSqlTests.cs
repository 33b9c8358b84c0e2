namespace Retort.Tool.Tests;

/// <summary>The first day of a person whose database is PostgreSQL.</summary>
public sealed class PostgreSqlTests(InstalledTool tool)
{
    [Fact]
    [Row("G1.postgresql")]
    public async Task From_an_empty_folder_to_a_second_revision_and_back_on_PostgreSQL()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        var database = PostgresCluster.CreateDatabase();
        var url = PostgresCluster.Url(database);
        var folder = await tool.NewProjectAsync("postgresql", "Retort.PostgreSql");
        var model = Path.Combine(folder, "Hero.cs");
        await File.WriteAllTextAsync(model, HeroSources.Hero, TestContext.Current.CancellationToken);

        (await Run("init", "--url", url)).Succeeds(url);
        (await Run("revision", "--autogenerate", "-m", "create heroes")).Succeeds("Detected added table 'hero'");
        (await Run("upgrade", "head")).Succeeds("Running upgrade", url);
        (await Run("check")).Succeeds();
        Assert.Equal("uuid", Type("id"));
        Assert.Equal("jsonb", Type("powers"));

        await File.WriteAllTextAsync(model, HeroSources.WithAllegiance, TestContext.Current.CancellationToken);
        (await Run("check")).EndsWith(3, "Detected added column 'hero.allegiance'");
        (await Run("revision", "--autogenerate", "-m", "add allegiance")).Succeeds();
        (await Run("upgrade", "head")).Succeeds("add allegiance");
        Assert.Equal("character varying", Type("allegiance"));
        (await Run("downgrade", "-1")).Succeeds("Running downgrade");
        Assert.Equal("", Type("allegiance"));
        (await Run("current")).Succeeds(url);

        Task<Finished> Run(params string[] arguments) => tool.RunAsync(folder, arguments);

        string Type(string column) =>
            PostgresCluster
                .Sql(
                    $"SELECT data_type FROM information_schema.columns WHERE table_name = 'hero' AND column_name = '{column}'",
                    database
                )
                .Trim();
    }

    [Fact]
    [Row("G1.postgresql-package")]
    public async Task Init_names_the_package_of_the_database_and_hides_its_password()
    {
        var folder = await tool.NewProjectAsync("without postgresql");
        var ended = await tool.RunAsync(folder, "init", "--url", "postgresql://me:s3cret@host/app");
        ended.Succeeds("dotnet add package Retort.PostgreSql", "postgresql://me:***@host/app", "holds the password");
        Assert.DoesNotContain("s3cret", ended.All, StringComparison.Ordinal);
    }
}
