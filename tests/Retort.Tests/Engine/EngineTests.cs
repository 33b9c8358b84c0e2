using Microsoft.Extensions.Logging;

namespace Retort.Tests.Engines;

/// <summary>Where engines come from, and what they say.</summary>
public sealed class EngineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("retort-");

    private string File => Path.Combine(_folder.FullName, "app.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Row("C1.urls")]
    public void A_URL_and_a_connection_string_mean_the_same_file()
    {
        using var byUrl = Engine.Create($"sqlite:///{File}");
        using var byString = Engine.Create(SqliteDialect.Instance, $"Data Source={File}");
        Assert.Equal(File, byUrl.Description);
        Assert.Equal(File, byString.Description);
        byUrl.CreateAll(Tables.MetaData);
        using var session = new Session(byString);
        Assert.Empty(session.Exec(Select(Hero.Table)).ToList());
    }

    [Fact]
    [Row("C1.urls")]
    public void Nothing_is_opened_before_it_is_needed()
    {
        using var engine = Engine.Create($"sqlite:///{File}");
        using (new Session(engine)) { }
        Assert.False(System.IO.File.Exists(File));
    }

    [Theory]
    [InlineData("postgresql://user:secret@host/db", "dotnet add package Retort.PostgreSql")]
    [InlineData("mysql://host/db", "dotnet add package Retort.MySql")]
    [InlineData("oracle://user:secret@host/db", "sqlite:///file.db")]
    [Row("C1.unknown-scheme")]
    public void An_unknown_scheme_names_the_package_to_add(string url, string hint)
    {
        var error = Assert.Throws<DatabaseUrlException>(() => Engine.Create(url));
        Assert.Equal("RT0310", error.Code);
        Assert.Contains(hint, error.Hint, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Row("C1.in-memory")]
    public void A_database_in_memory_lives_as_long_as_its_engine()
    {
        using var engine = Engine.Create("sqlite:///:memory:");
        using var other = Engine.Create("sqlite://");
        engine.CreateAll(Tables.MetaData);
        using (var session = new Session(engine))
        {
            session.Add(new Team { Name = "Preventers" });
            session.Commit();
        }
        using (var session = new Session(engine))
            Assert.Single(session.Exec(Select(Team.Table)).ToList());
        using (var session = new Session(other))
            Assert.Throws<DatabaseException>(() => session.Exec(Select(Team.Table)).ToList());
    }

    [Fact]
    [Row("C1.foreign-keys")]
    public void Foreign_keys_are_enforced()
    {
        using var engine = Engine.Create($"sqlite:///{File}");
        engine.CreateAll(Tables.MetaData);
        using var connection = engine.Connect();
        var error = Assert.Throws<ConstraintViolationException>(() =>
            connection.Execute("INSERT INTO membership VALUES ('a', 'b', 1, NULL)")
        );
        Assert.Equal(ConstraintKind.ForeignKey, error.Kind);
    }

    [Fact]
    [Row("C1.echo")]
    public void Echo_shows_statements_with_their_values()
    {
        using var output = new StringWriter();
        using var engine = Engine.Create($"sqlite:///{File}", echo: true, new EngineOptions { EchoTo = output });
        engine.CreateAll(Tables.MetaData);
        output.GetStringBuilder().Clear();
        using var session = new Session(engine);
        _ = session.Exec(Select(Team.Table).Where(t => t.Name == "O'Hara")).ToList();
        Assert.Equal(
            $"SELECT t0.id, t0.name FROM team AS t0 WHERE t0.name = @p0 [@p0 = 'O''Hara']{Environment.NewLine}",
            output.ToString()
        );
    }

    [Theory]
    [InlineData(false, LogLevel.Debug, "SELECT t0.id, t0.name FROM team AS t0 WHERE t0.name = @p0")]
    [InlineData(
        true,
        LogLevel.Information,
        "SELECT t0.id, t0.name FROM team AS t0 WHERE t0.name = @p0 [@p0 = 'secret']"
    )]
    [Row("C1.echo")]
    public void A_logger_gets_statements_and_values_only_with_echo(bool echo, LogLevel level, string text)
    {
        using var log = new ListLogger();
        using var engine = Engine.Create($"sqlite:///{File}", echo, new EngineOptions { LoggerFactory = log });
        engine.CreateAll(Tables.MetaData);
        log.Lines.Clear();
        using var session = new Session(engine);
        _ = session.Exec(Select(Team.Table).Where(t => t.Name == "secret")).ToList();
        Assert.Equal([("Retort.Engine", level, text)], log.Lines);
    }

    [Fact]
    [Row("C1.errors")]
    public void A_statement_that_is_refused_is_in_the_error()
    {
        using var engine = Engine.Create($"sqlite:///{File}");
        using var connection = engine.Connect();
        var error = Assert.Throws<DatabaseException>(() => connection.Execute("SELEC 1"));
        Assert.Equal("RT0300", error.Code);
        Assert.Contains("SELEC 1", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    [Row("C1.errors")]
    public async Task A_database_that_cannot_be_opened_is_named()
    {
        var url = $"sqlite:///{Path.Combine(_folder.FullName, "no", "app.db")}";
        using var engine = Engine.Create(url);
        Assert.Contains(
            "no",
            Assert.Throws<ConnectionFailedException>(() => engine.Connect()).Message,
            StringComparison.Ordinal
        );
        await Assert.ThrowsAsync<ConnectionFailedException>(async () =>
            await engine.ConnectAsync(TestContext.Current.CancellationToken)
        );
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class ListLogger : ILoggerFactory
    {
        public List<(string Category, LogLevel Level, string Text)> Lines { get; } = [];

        public void AddProvider(ILoggerProvider provider) { }

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Lines);

        public void Dispose() { }

        private sealed class Logger(string category, List<(string, LogLevel, string)> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => lines.Add((category, logLevel, formatter(state, exception)));
        }
    }
}
