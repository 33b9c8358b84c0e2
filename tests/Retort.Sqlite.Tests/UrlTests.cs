namespace Retort.Sqlite.Tests;

public sealed class UrlTests
{
    [Theory]
    [InlineData("sqlite:///file.db", "Data Source=file.db")]
    [InlineData("sqlite:////data/file.db", "Data Source=/data/file.db")]
    [InlineData("sqlite:///C:/data/file.db", "Data Source=C:/data/file.db")]
    [InlineData("sqlite:///my%20data/100%25.db", "Data Source=\"my data/100%.db\"")]
    [InlineData("sqlite+pysqlite:///user@home.db", "Data Source=user@home.db")]
    [InlineData("sqlite:///:memory:", "Data Source=:memory:")]
    [InlineData("sqlite://", "Data Source=:memory:")]
    [InlineData("sqlite:///a.db?mode=ro&timeout=5", "Data Source=a.db;Mode=ReadOnly;Default Timeout=5")]
    [InlineData("sqlite:///a.db?cache=shared&pooling=false", "Data Source=a.db;Cache=Shared;Pooling=False")]
    [Row("C1.sqlite-urls")]
    public void A_url_says_which_file(string url, string connectionString) =>
        Assert.Equal(connectionString, SqliteDialect.Instance.ConnectionString(DatabaseUrl.Parse(url)));

    [Theory]
    [InlineData("sqlite://file.db", "sqlite:///file.db (three slashes)")]
    [InlineData("sqlite://me:pw@host/file.db", "sqlite:///file.db")]
    [InlineData("sqlite:///a.db?mode=read", "ro (read-only)")]
    [InlineData("sqlite:///a.db?timeout=soon", "seconds")]
    [InlineData("sqlite:///a.db?check_same_thread=false", "mode, cache, timeout and pooling")]
    [Row("C1.sqlite-url-errors")]
    public void A_url_that_cannot_be_used_says_what_to_write(string url, string hint)
    {
        var error = Assert.Throws<DatabaseUrlException>(() =>
            SqliteDialect.Instance.ConnectionString(DatabaseUrl.Parse(url))
        );
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    [Row("C1.url-parts")]
    public void A_url_has_all_of_SQLAlchemys_parts()
    {
        var url = DatabaseUrl.Parse("postgresql+psycopg://me:p%40ss%2Fw%C3%B6rd@[::1]:5433/my%20db?a=b%26c&d=");
        Assert.Equal(
            new DatabaseUrl("postgresql")
            {
                User = "me",
                Password = "p@ss/wörd",
                Host = "::1",
                Port = 5433,
                Database = "my db",
                Options = [new("a", "b&c"), new("d", "")],
            },
            url
        );
        Assert.Equal("postgresql://me:***@[::1]:5433/my db?a=b%26c&d=", url.ToString());
        Assert.Equal("db", DatabaseUrl.Parse("x://host").Host is "host" ? "db" : "");
        Assert.Equal("p@w", DatabaseUrl.Parse("x://me:p@w@host/d").Password);
    }

    [Theory]
    [InlineData("app.db", 1, "scheme:///app.db")]
    [InlineData("://x", 1, "scheme://")]
    [InlineData("x y://z", 2, "scheme://")]
    [InlineData("x://me:pw@host:port/d", 16, "%3A")]
    [InlineData("x://me:secret/word@host/d", 8, "%2F")]
    [InlineData("x://[::1/d", 5, "scheme://")]
    [InlineData("x://h/100%", 10, "%25")]
    [InlineData("x://h/d?=secret", 9, "scheme://")]
    [Row("C1.url-errors")]
    public void A_text_that_is_no_url_says_where_and_keeps_secrets(string text, int character, string hint)
    {
        var error = Assert.Throws<DatabaseUrlException>(() => DatabaseUrl.Parse(text));
        Assert.Contains($"character {character}:", error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("C1.description")]
    public void A_database_is_named_by_its_absolute_path() =>
        Assert.Equal(
            Path.Combine(Environment.CurrentDirectory, "app.db"),
            SqliteDialect.Instance.Describe("Data Source=app.db")
        );
}
