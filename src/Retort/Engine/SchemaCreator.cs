namespace Retort;

/// <summary>CREATE and DROP of a whole schema, in one transaction where the database can.</summary>
internal static class SchemaCreator
{
    /// <summary>Creates what is not there.</summary>
    public static ValueTask CreateAsync(
        Engine engine,
        bool synchronous,
        MetaData metaData,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            engine,
            synchronous,
            metaData,
            present => metaData.Sorted.Where(table => present.Find(table.FullName) is null).SelectMany(Create),
            cancellationToken
        );

    /// <summary>Drops what is there.</summary>
    public static ValueTask DropAsync(
        Engine engine,
        bool synchronous,
        MetaData metaData,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            engine,
            synchronous,
            metaData,
            present =>
                metaData
                    .Sorted.Reverse()
                    .Where(table => present.Find(table.FullName) is not null)
                    .Select(table => new DropTable(table.FullName)),
            cancellationToken
        );

    private static async ValueTask RunAsync(
        Engine engine,
        bool synchronous,
        MetaData metaData,
        Func<MetaData, IEnumerable<DdlElement>> changes,
        CancellationToken cancellationToken
    )
    {
        var connection = await engine
            .ConnectAsync(synchronous, ConnectionPurpose.Migration, cancellationToken)
            .ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            var request = new CatalogRequest { Tables = [.. metaData.Tables.Select(table => table.FullName)] };
            var present = await connection.Inspector.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var change in changes(present))
                await connection
                    .ExecuteAsync(engine.Dialect.Ddl.Compile(change), cancellationToken)
                    .ConfigureAwait(false);
            await connection.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static IEnumerable<DdlElement> Create(Table table) =>
        [new CreateTable(table), .. table.Indexes.Select(index => new CreateIndex(table.FullName, index))];
}
