namespace Retort;

/// <summary>
/// Asks PostgreSQL for the form in which it prints what is declared: what differs is created in temporary tables of a transaction that is
/// rolled back, and read from the catalog. That needs no right to create anything but temporary tables.
/// </summary>
internal sealed class PostgreSqlCanonical(CatalogQuery query, PostgreSqlDialect dialect)
{
    private readonly Dictionary<object, object> _canonical = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is equal between the schemas.</summary>
    public async ValueTask<SchemaNorms> NormsAsync(
        MetaData declared,
        MetaData reflected,
        CancellationToken cancellationToken
    )
    {
        var pairs = declared
            .Tables.Select(table => (Declared: table, Found: reflected.Find(table.FullName)!))
            .Where(pair => pair.Found is not null)
            .ToList();
        var defaults = PostgreSqlAskedDefault.Of(pairs, dialect);
        var tables = PostgreSqlAskedTable.Of(pairs, dialect);
        var objects = PostgreSqlAskedObject.Of(declared, reflected, dialect);
        var refused = await AskAsync(defaults, tables, objects, cancellationToken).ConfigureAwait(false);
        return new PostgreSqlNorms(dialect.Types, dialect.Ddl, _canonical)
        {
            Unproven = [.. declared.Tables.Where(refused.Contains).Select(table => table.ToString())],
        };
    }

    /// <returns>The tables of which PostgreSQL refuses something.</returns>
    private async ValueTask<HashSet<Table>> AskAsync(
        List<PostgreSqlAskedDefault> defaults,
        List<PostgreSqlAskedTable> tables,
        List<PostgreSqlAskedObject> objects,
        CancellationToken cancellationToken
    )
    {
        if (defaults.Count + tables.Count + objects.Count == 0)
            return [];
        var trial = new PostgreSqlTrial(query);
        if (!await trial.BeginAsync(cancellationToken).ConfigureAwait(false))
            return TablesOf(defaults, tables);
        try
        {
            var refused = new List<PostgreSqlAskedDefault>();
            foreach (var few in defaults.Chunk(PostgreSqlAskedDefault.Most))
                refused.AddRange(
                    await trial
                        .AskAsync(
                            few,
                            few => PostgreSqlAskedDefault.Creation(few, dialect),
                            ReadAsync,
                            cancellationToken
                        )
                        .ConfigureAwait(false)
                );
            await trial
                .AskAsync([.. objects], few => few.Select(each => each.Creation(dialect)), ReadAsync, cancellationToken)
                .ConfigureAwait(false);
            return TablesOf(
                refused,
                await trial
                    .AskAsync(
                        [.. tables],
                        few => few.SelectMany(each => each.Creation(dialect)),
                        ReadAsync,
                        cancellationToken
                    )
                    .ConfigureAwait(false)
            );
        }
        finally
        {
            await trial.EndAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask ReadAsync(PostgreSqlAskedDefault[] asked, CancellationToken cancellationToken)
    {
        var rows = await query(PostgreSqlAskedDefault.Query, cancellationToken).ConfigureAwait(false);
        var texts = rows.ToDictionary(row => (string)row[0]!, row => (string?)row[1]);
        foreach (var (each, number) in asked.Select((each, number) => (each, number)))
            each.Remember(texts[PostgreSqlAskedDefault.NameOf(number)], _canonical);
    }

    private async ValueTask ReadAsync(PostgreSqlAskedTable[] asked, CancellationToken cancellationToken)
    {
        var read = await PostgreSqlCatalogReader.ReadTemporaryAsync(query, cancellationToken).ConfigureAwait(false);
        foreach (var each in asked)
            each.Remember(read.Find(each.Name)!, _canonical);
    }

    private async ValueTask ReadAsync(PostgreSqlAskedObject[] asked, CancellationToken cancellationToken)
    {
        var read = await PostgreSqlCatalogReader
            .ReadTemporaryObjectsAsync(query, cancellationToken)
            .ConfigureAwait(false);
        foreach (var each in asked)
            each.Remember(read, _canonical);
    }

    private static HashSet<Table> TablesOf(
        IEnumerable<PostgreSqlAskedDefault> defaults,
        IEnumerable<PostgreSqlAskedTable> tables
    ) => [.. defaults.SelectMany(each => each.Tables), .. tables.Select(each => each.Declared)];
}
