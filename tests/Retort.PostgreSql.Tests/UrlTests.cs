using Npgsql;

namespace Retort.PostgreSql.Tests;

/// <summary>All forms of libpq (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS) and SQLAlchemy.</summary>
public sealed class UrlTests
{
    [Theory]
    [InlineData("postgresql://localhost", "Host=localhost")]
    [InlineData("postgresql://localhost:5433", "Host=localhost;Port=5433")]
    [InlineData("postgres://user@localhost/mydb", "Host=localhost;Username=user;Database=mydb")]
    [InlineData("postgresql+psycopg2://me:secret@h/d", "Host=h;Username=me;Password=secret;Database=d")]
    [InlineData(
        "postgresql://me:p%40ss%2Fw%C3%B6rd%25@h/my%20db",
        "Host=h;Username=me;Password=p@ss/wörd%;Database=my db"
    )]
    [InlineData("postgresql://[2001:db8::1234]/database", "Host=2001:db8::1234;Database=database")]
    [InlineData("postgresql://[::1]:5433/d", "Host=::1;Port=5433;Database=d")]
    [InlineData("postgresql:///dbname?host=/var/lib/postgresql", "Host=/var/lib/postgresql;Database=dbname")]
    [InlineData("postgresql://%2Fvar%2Flib%2Fpostgresql/dbname", "Host=/var/lib/postgresql;Database=dbname")]
    [InlineData("postgresql:///d?host=localhost&port=5433", "Host=localhost;Port=5433;Database=d")]
    [InlineData(
        "postgresql://other@localhost/otherdb?connect_timeout=10&application_name=myapp",
        "Host=localhost;Username=other;Database=otherdb;Timeout=10;Application Name=myapp"
    )]
    [InlineData("postgresql://h/d?options=-c%20search_path%3Dapp", "Host=h;Database=d;Options=-c search_path=app")]
    [InlineData(
        "postgresql://h/d?sslmode=verify-full&sslrootcert=/ca.pem",
        "Host=h;Database=d;SSL Mode=VerifyFull;Root Certificate=/ca.pem"
    )]
    [InlineData(
        "postgresql://h1:123,h2:456/d?target_session_attrs=any",
        "Host=h1:123,h2:456;Database=d;Target Session Attributes=any"
    )]
    [InlineData("postgresql://me@h1,h2:5433/d", "Host=h1:5432,h2:5433;Username=me;Database=d")]
    [InlineData("postgresql://h1,[::1]:5433/d", "Host=h1:5432,[::1]:5433;Database=d")]
    [InlineData("postgresql:///d?host=h1:5432&host=h2:5433", "Host=h1:5432,h2:5433;Database=d")]
    [InlineData("postgresql:///d?host=h1,h2&port=5434,5435", "Host=h1:5434,h2:5435;Database=d")]
    [InlineData("postgresql://h/d?user=me&password=x&dbname=e", "Host=h;Username=me;Password=x;Database=e")]
    [InlineData(
        "postgresql://h/d?keepalives=1&keepalives_idle=30&load_balance_hosts=random",
        "Host=h;Database=d;TCP Keepalive=True;TCP Keepalive Time=30;Load Balance Hosts=True"
    )]
    [Row("C1.postgresql-urls")]
    public void A_url_means_what_it_means_to_libpq(string url, string expected)
    {
        var actual = new NpgsqlConnectionStringBuilder(ConnectionString(url));
        if (actual.Port == 5432 || actual.Host!.Contains(',', StringComparison.Ordinal))
            actual.Remove("Port");
        Assert.True(
            new NpgsqlConnectionStringBuilder(expected).EquivalentTo(actual),
            $"expected {expected}\nactual   {actual}"
        );
    }

    [Theory]
    [InlineData("postgresql://h/d?speed=high", "'speed'", "connect_timeout")]
    [InlineData("postgresql://h/d?sslmode=maybe", "'maybe'", "verify-full")]
    [InlineData("postgresql://h/d?connect_timeout=soon", "'soon'", "whole seconds")]
    [InlineData("postgresql://h/d?target_session_attrs=slave", "'slave'", "prefer-standby")]
    [InlineData("postgresql:///d?host=a,b,c&port=1,2", "3 hosts and 2 ports", "port=5432,5433")]
    [InlineData("postgresql:///d?host=a:b", "'a:b'", "host=")]
    [Row("C1.postgresql-url-errors")]
    public void A_url_that_cannot_be_used_says_what_to_write(string url, string message, string hint)
    {
        var error = Assert.Throws<DatabaseUrlException>(() => ConnectionString(url));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql://me:secret@h:5433/d?application_name=a", "postgresql://me:***@h:5433/d")]
    [InlineData("postgresql://me@h/d?password=secret&sslpassword=secret", "postgresql://me:***@h/d")]
    [InlineData("postgresql://%2Ftmp%2Fx/d?user=me", "postgresql://me@/d?host=/tmp/x")]
    [InlineData("postgresql://[::1]/d", "postgresql://[::1]/d")]
    [InlineData("postgresql://h1,h2:5433/d", "postgresql://h1:5432,h2:5433/d")]
    [Row("C1.postgresql-description")]
    public void A_database_is_named_by_its_url_without_the_password(string url, string expected)
    {
        using var engine = Engine.Create(url);
        Assert.Equal(expected, engine.Description);
        Assert.DoesNotContain("secret", DatabaseUrl.Parse(url).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql://postgres@127.0.0.1:{1}/{0}")]
    [InlineData("postgres://postgres@localhost,127.0.0.1:{1}/{0}?port={1}")]
    [InlineData("postgresql+asyncpg:///{0}?host=127.0.0.1&port={1}&user=postgres&target_session_attrs=read-write")]
    [InlineData("postgresql://postgres@127.0.0.1:1,127.0.0.1:{1}/{0}?connect_timeout=5")]
    [Row("C1.postgresql-urls")]
    public void A_url_opens_its_database(string form)
    {
        using var database = new TempDatabase();
        var url = string.Format(null, form, database.Name, PostgresCluster.Address.Port);
        using var engine = Engine.Create(url);
        foreach (var purpose in Enum.GetValues<ConnectionPurpose>())
        {
            using var connection = engine.Connect(purpose);
            Assert.Equal(database.Name, connection.Scalar<string>("SELECT current_database()"));
        }
    }

    private static string ConnectionString(string url) =>
        PostgreSqlDialect.Instance.ConnectionString(DatabaseUrl.Parse(url));
}
