namespace Retort.PostgreSql.Tests;

/// <summary>An empty database of a test's own; the test is skipped where there is no server.</summary>
public sealed class TempDatabase : IDisposable
{
    public TempDatabase()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        Name = PostgresCluster.CreateDatabase();
        Engine = Engine.Create(PostgresCluster.Url(Name));
    }

    public string Name { get; }

    public Engine Engine { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs SQL with the server's own client.</summary>
    public string Sql(string sql) => PostgresCluster.Sql(sql, Name);

    /// <summary>The schema, and how many queries it took to read it.</summary>
    public async Task<(MetaData Schema, int Queries)> ReadAsync(CatalogRequest? request = null)
    {
        var queries = 0;
        await using var connection = await Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var inspector = new Inspector(
            Engine.Dialect.Catalog,
            (sql, cancellation) =>
            {
                queries++;
                return connection.QueryAsync(sql, cancellation);
            }
        );
        return (await inspector.ReadAsync(request, Cancellation), queries);
    }

    public void Dispose()
    {
        Engine.Dispose();
        PostgresCluster.DropDatabase(Name);
    }
}
