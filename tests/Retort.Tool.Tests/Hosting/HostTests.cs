namespace Retort.Tool.Tests.Hosting;

/// <summary>Projects of every kind, from nothing to a revision and back; their Main is never run.</summary>
public sealed class HostTests(InstalledTool tool)
{
    private const string Main = "throw new System.InvalidOperationException(\"Main was run\");";

    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Retort.Sqlite" Version="*" />
            <PackageReference Include="Retort.Migrations" Version="*" />
          </ItemGroup>
        </Project>
        """;

    private const string Environment = """
        using Retort;
        using Retort.Migrations;

        namespace HeroApp;

        internal sealed class Env : MigrationEnvironment
        {
            public override MetaData TargetMetaData => Tables.MetaData;
        }
        """;

    /// <summary>The second has nothing that is not in the SDK.</summary>
    private const string Frameworks = """
        <TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks>
            <EnableWindowsTargeting>true</EnableWindowsTargeting>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
        """;

    private const string OfLinux =
        "<RuntimeIdentifier>linux-x64</RuntimeIdentifier><SelfContained>true</SelfContained>";

    [Theory]
    [Row("G7.hosts")]
    [InlineData("console", "")]
    [InlineData("web", "")]
    [InlineData("classlib", "")]
    [InlineData("console", OfLinux)]
    [InlineData("web", OfLinux)]
    public async Task A_project_of_any_kind_is_hosted(string template, string properties)
    {
        Assert.SkipUnless(properties.Length == 0 || OperatingSystem.IsLinux(), "The project is for Linux.");
        var folder = await tool.NewProjectAsync(
            $"host {template} {properties.Length}",
            template: template,
            properties: properties
        );
        if (template != "classlib")
            await File.WriteAllTextAsync(
                Path.Combine(folder, "Program.cs"),
                Main,
                TestContext.Current.CancellationToken
            );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Hero.cs"),
            HeroSources.Hero,
            TestContext.Current.CancellationToken
        );
        (await tool.RunAsync(folder, "init")).Succeeds();

        await GoesThereAndBackAsync(folder);
        if (template == "web") // ASP.NET Core is no part of the tool's own process
            (await tool.RunAsync(folder, "current", "-v")).Succeeds("is given a process of its own");
    }

    [Fact]
    [Row("G7.configuration")]
    public async Task A_configuration_is_built_and_hosted()
    {
        var folder = await tool.NewProjectAsync("configuration");
        (await tool.RunAsync(folder, "init")).Succeeds();

        (await tool.RunAsync(folder, "current", "--configuration", "Release")).Succeeds();

        Assert.True(File.Exists(Path.Combine(folder, "bin", "Release", "net10.0", "HeroApp.dll")));
        (await tool.RunAsync(folder, "current", "--no-build")).EndsWith(1, "RT0813");
        (await tool.RunAsync(folder, "current", "--no-build", "--configuration", "Release")).Succeeds();
    }

    [Fact]
    [Row("G7.models-project")]
    public async Task Models_may_stand_in_a_project_that_references_that_of_the_revisions()
    {
        var models = await tool.NewProjectAsync("models elsewhere");
        var revisions = Directory.CreateDirectory(Path.Combine(models, "..", "Revisions")).FullName;
        Write(Path.Combine(models, "Hero.cs"), HeroSources.Hero);
        Write(Path.Combine(revisions, "Revisions.csproj"), Library);
        var options = new[] { "--models-project", Path.Combine("..", "Héros App") };
        (await tool.RunAsync(revisions, "init")).Succeeds();
        File.Delete(Path.Combine(revisions, "migrations", "Env.cs"));
        Write(Path.Combine(models, "Env.cs"), Environment);

        (await tool.RunAsync(revisions, ["current", .. options])).EndsWith(2, "RT0820", "dotnet add");

        (await tool.DotnetAsync(models, "add", "reference", "../Revisions")).Succeeds();
        await GoesThereAndBackAsync(revisions, options);
        Write(
            Path.Combine(revisions, "retort.json"),
            """{ "url": "sqlite:///app.db", "models_project": "../Héros App/HeroApp.csproj" }"""
        );
        Write(Path.Combine(models, "Hero.cs"), HeroSources.WithAllegiance);
        (await tool.RunAsync(revisions, "upgrade", "head")).Succeeds("Compiling HeroApp.csproj (Hero.cs changed)");
        (await tool.RunAsync(revisions, "check")).EndsWith(3, "hero.allegiance");
    }

    [Fact]
    [Row("G10.fast-build-references")]
    public async Task A_change_in_a_referenced_project_is_a_matter_of_msbuild()
    {
        var app = await tool.NewProjectAsync("references");
        var models = Directory.CreateDirectory(Path.Combine(app, "..", "Models")).FullName;
        Write(Path.Combine(models, "Models.csproj"), Library);
        Write(Path.Combine(models, "Hero.cs"), HeroSources.Hero);
        Write(Path.Combine(models, "Other.cs"), "internal static class Other;");
        (await tool.DotnetAsync(app, "add", "reference", "../Models")).Succeeds();
        (await tool.RunAsync(app, "init")).Succeeds();
        await GoesThereAndBackAsync(app);
        (await tool.RunAsync(app, "upgrade", "head")).Succeeds();

        Write(Path.Combine(models, "Hero.cs"), HeroSources.WithAllegiance);
        (await tool.RunAsync(app, "check")).EndsWith(3, "Building HeroApp.csproj (Hero.cs changed)", "hero.allegiance");

        var hero = Path.Combine(models, "Hero.cs");
        Write(hero, HeroSources.Hero);
        File.SetLastWriteTimeUtc(hero, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        (await tool.RunAsync(app, "check")).Succeeds("Building HeroApp.csproj (files were replaced by older ones");
        Write(hero, HeroSources.WithAllegiance);

        (await tool.DotnetAsync(app, "build")).Succeeds();
        File.Delete(Path.Combine(models, "Other.cs"));
        (await tool.RunAsync(app, "check")).EndsWith(
            3,
            "Building HeroApp.csproj (Other.cs is gone)",
            "hero.allegiance"
        );
        (await tool.RunAsync(app, "check")).EndsWith(3, "hero.allegiance");
    }

    [Fact]
    [Row("G7.several-frameworks")]
    public async Task A_project_of_several_frameworks_is_built_once_and_hosted_by_the_chosen_one()
    {
        var folder = await tool.NewProjectAsync("frameworks");
        Write(
            Path.Combine(folder, "HeroApp.csproj"),
            Library.Replace("<TargetFramework>net10.0</TargetFramework>", Frameworks, StringComparison.Ordinal)
        );
        Write(Path.Combine(folder, "Program.cs"), "");
        Write(Path.Combine(folder, "Hero.cs"), HeroSources.Hero);
        (await tool.RunAsync(folder, "init")).Succeeds();

        (await tool.RunAsync(folder, "current")).EndsWith(2, "RT0806", "net10.0, net10.0-windows", "--framework");
        foreach (var framework in new[] { "net10.0", "net10.0-windows" })
            (await tool.RunAsync(folder, "current", "--no-build", "--framework", framework)).Succeeds();
        await GoesThereAndBackAsync(folder, "--framework", "net10.0");
        Write(Path.Combine(folder, "Hero.cs"), HeroSources.WithAllegiance);
        (await tool.RunAsync(folder, "upgrade", "head", "--framework", "net10.0")).Succeeds("Hero.cs changed");
        (await tool.RunAsync(folder, "check", "--framework", "net10.0-windows")).EndsWith(3, "hero.allegiance");
    }

    private static void Write(string path, string text) => File.WriteAllText(path, text);

    private async Task GoesThereAndBackAsync(string folder, params string[] options)
    {
        (await Run("revision", "--autogenerate", "-m", "create heroes")).Succeeds("Detected added table 'hero'");
        (await Run("upgrade", "head")).Succeeds("create heroes");
        (await Run("current")).Succeeds("(head)");
        (await Run("downgrade", "base")).Succeeds("Running downgrade");

        Task<Finished> Run(params string[] arguments) => tool.RunAsync(folder, [.. arguments, .. options]);
    }
}
