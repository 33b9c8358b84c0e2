namespace Retort.Migrations.Tests.Scripts;

[Row("H2.placeholders")]
public sealed class PlaceholdersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _variables = [];

    [Fact]
    public void Text_without_placeholders_stays() =>
        Assert.Equal(("sqlite:///$app.db", ""), Resolve("sqlite:///$app.db"));

    [Fact]
    public void The_environment_comes_first_then_the_files_in_their_order()
    {
        _folder.Write(".env", "ConnectionStrings__Default=env-file");
        Assert.Equal(("env-file", ".env"), Resolve("${ConnectionStrings:Default}"));
        _folder.Write("appsettings.json", """{ "ConnectionStrings": { "Default": "settings" } }""");
        Assert.Equal(("settings", "appsettings.json"), Resolve("${ConnectionStrings:Default}"));
        _folder.Write(
            "appsettings.Development.json",
            """{ "connectionstrings": { "DEFAULT": "development" }, /* so be it */ }"""
        );
        Assert.Equal(("development", "appsettings.Development.json"), Resolve("${ConnectionStrings:Default}"));
        _folder.Write(
            "App.csproj",
            "<Project><PropertyGroup><UserSecretsId>app-1</UserSecretsId></PropertyGroup></Project>"
        );
        _variables["HOME"] = _folder.PathOf("home");
        _folder.Write(
            "home/.microsoft/usersecrets/app-1/secrets.json",
            """{ "ConnectionStrings:Default": "secret" }"""
        );
        Assert.Equal(("secret", "the user secrets"), Resolve("${ConnectionStrings:Default}"));
        _variables["ConnectionStrings__Default"] = "variable";
        Assert.Equal(("variable", "the environment"), Resolve("${ConnectionStrings:Default}"));
    }

    [Fact]
    public void The_environments_name_chooses_the_file()
    {
        _folder.Write("appsettings.Staging.json", """{ "ConnectionStrings:Default": "staging" }""");
        _variables["DOTNET_ENVIRONMENT"] = "Staging";
        Assert.Equal("staging", Resolve("${ConnectionStrings:Default}").Value);
    }

    [Fact]
    public void User_secrets_are_for_development_only()
    {
        _folder.Write(
            "App.csproj",
            "<Project><PropertyGroup><UserSecretsId>app-1</UserSecretsId></PropertyGroup></Project>"
        );
        _variables["APPDATA"] = _folder.PathOf("data");
        _folder.Write("data/Microsoft/UserSecrets/app-1/secrets.json", """{ "A": "secret" }""");
        Assert.Equal("secret", Resolve("${A}").Value);
        _variables["DOTNET_ENVIRONMENT"] = "Production";
        Assert.Throws<ScriptException>(() => Resolve("${A}"));
    }

    [Fact]
    public void Several_placeholders_are_parts_of_one_text()
    {
        _variables["DB_USER"] = "deadpond";
        _folder.Write(".env", "DB_PASSWORD='p@ss # word'\n");
        Assert.Equal(
            ("postgresql://deadpond:p@ss # word@host/db", "the environment, .env"),
            Resolve("postgresql://${DB_USER}:${DB_PASSWORD}@host/db")
        );
    }

    [Theory]
    [InlineData("NAME=value", "value")]
    [InlineData("  export NAME = value # comment", "value")]
    [InlineData("NAME=\"a # b\" # c", "a # b")]
    [InlineData("# NAME=old\nNAME=first\r\nname=last\r\n", "last")]
    [InlineData("NAME=a=b", "a=b")]
    [InlineData("NAME='", "'")]
    public void A_dot_env_line_has_a_value(string text, string value)
    {
        _folder.Write(".env", text);
        Assert.Equal(value, Resolve("${NAME}").Value);
    }

    [Fact]
    public void A_placeholder_that_is_set_nowhere_says_where_it_was_looked_for()
    {
        _folder.Write(
            "appsettings.json",
            """{ "ConnectionStrings": { "Default": "", "Other": {} }, "Connection": "x" }"""
        );
        var error = Assert.Throws<ScriptException>(() => Resolve("${ConnectionStrings:Default}"));
        Assert.Equal("RT0624", error.Code);
        Assert.Equal(
            "retort.json: url names ${ConnectionStrings:Default}, which is set nowhere: not in the environment, not in the user secrets, not in appsettings.Development.json, not in appsettings.json, not in .env.",
            error.Message
        );
        Assert.Equal("Set the environment variable ConnectionStrings__Default, or pass --url.", error.Hint);
    }

    [Fact]
    public void A_settings_file_that_is_not_json_is_named()
    {
        var path = _folder.Write("appsettings.json", "{ x }");
        Assert.Equal(path, Assert.Throws<ScriptException>(() => Resolve("${A}")).Path);
    }

    public void Dispose() => _folder.Dispose();

    private (string Value, string Sources) Resolve(string text)
    {
        var resolved = new Placeholders(_folder.Path, _variables.GetValueOrDefault).Resolve("retort.json", "url", text);
        return (resolved.Value, string.Join(", ", resolved.Sources));
    }
}
