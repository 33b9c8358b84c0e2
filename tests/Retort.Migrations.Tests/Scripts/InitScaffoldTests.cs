namespace Retort.Migrations.Tests.Scripts;

[Row("G1.init")]
public sealed class InitScaffoldTests : IDisposable
{
    private const string Project =
        """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><RootNamespace>HeroApp</RootNamespace></PropertyGroup></Project>""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_new_project_gets_everything()
    {
        var result = Init(Project);
        Assert.Equal(
            [
                "retort.json",
                "migrations/README.md",
                "migrations/Env.cs",
                "migrations/revision.template",
                "migrations/retort.schema.json",
                "migrations/versions/",
            ],
            Names(result.Created)
        );
        Assert.Empty(result.Kept);
        Assert.Empty(result.Notes);
        Assert.Equal("sqlite:///app.db", result.Url);
        Assert.Equal(
            """
            {
              "$schema": "./migrations/retort.schema.json",
              "script_location": "migrations",
              "url": "sqlite:///app.db"
            }

            """,
            _folder.Read("retort.json")
        );
        Assert.True(Directory.Exists(_folder.PathOf("migrations", "versions")));
    }

    [Fact]
    public void The_environment_has_the_tables_of_the_project()
    {
        Init(Project);
        Assert.Equal(
            """
            using Retort;
            using Retort.Migrations;

            namespace HeroApp.Migrations;

            /// <summary>What the revisions are made for.</summary>
            internal sealed class Env : MigrationEnvironment
            {
                /// <summary>The schema as the models declare it; autogenerate compares the database with it.</summary>
                public override MetaData TargetMetaData => Tables.MetaData;
            }

            """,
            _folder.Read("migrations/Env.cs")
        );
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void The_environment_compiles_as_it_is(bool implicitUsings, bool nullable)
    {
        Init(Project);
        Compilation.Compiles(_folder.Read("migrations/Env.cs"), implicitUsings, nullable);
    }

    [Fact]
    public void The_template_that_is_written_is_the_default()
    {
        var directory = new ScriptDirectory(new MigrationsConfig(_folder.Path));
        var before = new RevisionWriter(directory, "A").Render(new("a", DateTimeOffset.UnixEpoch));
        Init(Project);
        Assert.Equal(before, new RevisionWriter(directory, "A").Render(new("a", DateTimeOffset.UnixEpoch)));
    }

    [Fact]
    public void A_second_time_keeps_everything()
    {
        var first = Init(Project);
        _folder.Write("migrations/Env.cs", "// mine");
        var second = Init(Project);
        Assert.Equal(first.Created, second.Kept);
        Assert.Empty(second.Created);
        Assert.Equal("// mine", _folder.Read("migrations/Env.cs"));
    }

    [Fact]
    public void What_an_existing_retort_json_says_counts()
    {
        _folder.Write("retort.json", """{ "script_location": "db", "url": "postgresql://host/db" }""");
        var result = Init(Project, "migrations");
        Assert.Equal(["retort.json"], Names(result.Kept));
        Assert.Contains("db/Env.cs", Names(result.Created));
        Assert.Contains("'migrations'", Assert.Single(result.Notes), StringComparison.Ordinal);
        Assert.Equal(
            ["dotnet add package Retort.Migrations", "dotnet add package Retort.PostgreSql"],
            result.MissingPackages
        );
    }

    [Fact]
    public void Missing_packages_are_named_with_the_commands() =>
        Assert.Equal(
            ["dotnet add package Retort.Migrations", "dotnet add package Retort.Sqlite"],
            Init(Project).MissingPackages
        );

    [Fact]
    public void Packages_that_the_project_names_are_not_missing() =>
        Assert.Empty(
            Init(
                """
                <Project Sdk="Microsoft.NET.Sdk">
                  <ItemGroup>
                    <PackageReference Include="retort.migrations" Version="0.1.0" />
                    <ProjectReference Include="..\..\src\Retort.Sqlite\Retort.Sqlite.csproj" />
                  </ItemGroup>
                </Project>
                """
            ).MissingPackages
        );

    [Theory]
    [InlineData("<RootNamespace>My.App</RootNamespace>", "Hero App", "My.App.Migrations")]
    [InlineData("", "hero-app.2nd", "hero_app._2nd.Migrations")]
    [InlineData(
        "<RootNamespace>$(MSBuildProjectName.Replace(\" \", \"_\"))</RootNamespace>",
        "Hero Äpp",
        "Hero_Äpp.Migrations"
    )]
    [InlineData("", "new.class", "@new.@class.Migrations")]
    public void The_namespace_is_that_of_the_project(string property, string file, string expected)
    {
        var path = _folder.Write(file + ".csproj", $"<Project><PropertyGroup>{property}</PropertyGroup></Project>");
        Assert.Equal(expected, ProjectFile.Read(path).MigrationsNamespace);
    }

    [Fact]
    public void A_url_in_appsettings_is_used_by_its_name()
    {
        _folder.Write("appsettings.json", """{ "ConnectionStrings": { "Default": "postgresql://host/db" } }""");
        Assert.Equal("${ConnectionStrings:Default}", Init(Project).Url);
        Assert.Equal("${ConnectionStrings:Default}", RetortJson.Read(_folder.PathOf("retort.json")).Url);
    }

    [Fact]
    public void A_connection_string_that_is_no_url_is_left_alone_and_said()
    {
        _folder.Write("appsettings.json", """{ "ConnectionStrings": { "Default": "Data Source=app.db" } }""");
        var result = Init(Project);
        Assert.Equal("sqlite:///app.db", result.Url);
        Assert.Contains("ConnectionStrings:Default", Assert.Single(result.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_elsewhere_is_named()
    {
        var project = ProjectFile.Read(_folder.Write("src/Hero App/App.csproj", Project));
        var result = new InitScaffold(_folder.Path, project).Run("src/Hero App/migrations");
        var config = RetortJson.Read(_folder.PathOf("retort.json"));
        Assert.Equal(("src/Hero App/App.csproj", "src/Hero App/migrations"), (config.Project, config.ScriptLocation));
        Assert.Equal("dotnet add \"src/Hero App/App.csproj\" package Retort.Migrations", result.MissingPackages[0]);
    }

    [Fact]
    public void Without_a_project_the_folder_names_the_namespace()
    {
        var result = new InitScaffold(_folder.PathOf("shop-db"), null).Run();
        Assert.Contains(
            "namespace shop_db.Migrations;",
            _folder.Read("shop-db/migrations/Env.cs"),
            StringComparison.Ordinal
        );
        Assert.Empty(result.MissingPackages);
    }

    [Fact]
    public void A_file_in_the_way_is_named()
    {
        var file = _folder.Write("migrations", "");
        var error = Assert.Throws<ScriptException>(() => Init(Project));
        Assert.Equal(("RT0607", file), (error.Code, error.Path));
    }

    [Fact]
    public void A_project_file_that_is_not_xml_is_an_error_with_its_place()
    {
        var error = Assert.Throws<ScriptException>(() =>
            ProjectFile.Read(_folder.Write("a.csproj", "<Project>\n  <A></B>\n</Project>"))
        );
        Assert.Equal(("RT0625", 2), (error.Code, error.Line));
    }

    public void Dispose() => _folder.Dispose();

    private InitResult Init(string project, string? location = null) =>
        new InitScaffold(_folder.Path, ProjectFile.Read(_folder.Write("HeroApp.csproj", project))).Run(location);

    private List<string> Names(IEnumerable<string> paths) =>
        [
            .. paths
                .Select(path =>
                    Path.GetRelativePath(_folder.Path, path).Replace('\\', '/')
                    + (Path.EndsInDirectorySeparator(path) ? "/" : "")
                )
                .Select(name => name.Replace("//", "/", StringComparison.Ordinal)),
        ];
}
