namespace Retort;

/// <summary>
/// Asks PostgreSQL for the form in which it prints what is declared: tables whose texts differ are created as temporary ones in a
/// transaction that is rolled back, and read as any other. That needs no right to create anything but temporary tables.
/// </summary>
internal sealed class PostgreSqlCanonical(CatalogQuery query, PostgreSqlDialect dialect)
{
    private readonly Dictionary<object, object> _canonical = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _unproven = [];

    /// <summary>What is equal between the schemas.</summary>
    public async ValueTask<SchemaNorms> NormsAsync(
        MetaData declared,
        MetaData reflected,
        CancellationToken cancellationToken
    )
    {
        var asked = declared
            .Tables.Where(table => reflected.Find(table.FullName) is { } found && Differs(table, found))
            .Select((table, number) => (Table: table, Name: $"retort_{number}"))
            .ToList();
        if (asked.Count > 0)
            await AskAsync(asked, cancellationToken).ConfigureAwait(false);
        return new PostgreSqlNorms(dialect.Types, dialect.Ddl, _canonical) { Unproven = _unproven };
    }

    private async ValueTask AskAsync(List<(Table Table, string Name)> asked, CancellationToken cancellationToken)
    {
        try
        {
            await query("BEGIN READ WRITE", cancellationToken).ConfigureAwait(false);
        }
        catch (DatabaseException)
        {
            _unproven.AddRange(asked.Select(each => each.Table.ToString()));
            return;
        }
        try
        {
            if (!await TryAsync(asked, cancellationToken).ConfigureAwait(false))
                foreach (var each in asked)
                    if (!await TryAsync([each], cancellationToken).ConfigureAwait(false))
                        _unproven.Add(each.Table.ToString());
        }
        finally
        {
            await query("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Creates the tables and reads them; false where PostgreSQL refuses one.</summary>
    private async ValueTask<bool> TryAsync(List<(Table Table, string Name)> asked, CancellationToken cancellationToken)
    {
        await query("SAVEPOINT retort_asked", cancellationToken).ConfigureAwait(false);
        try
        {
            await query(string.Join(";\n", asked.SelectMany(Creation)), cancellationToken).ConfigureAwait(false);
            var read = await PostgreSqlCatalogReader.ReadTemporaryAsync(query, cancellationToken).ConfigureAwait(false);
            foreach (var (table, name) in asked)
                Remember(table, read.Find(name)!);
            return true;
        }
        catch (DatabaseException)
        {
            return false;
        }
        finally
        {
            await query("ROLLBACK TO SAVEPOINT retort_asked", CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>The table without keys, which refer to others and have no texts; indexes by number, because a name may be long.</summary>
    private IEnumerable<string> Creation((Table Table, string Name) asked)
    {
        var (table, name) = asked;
        var elements = table.Elements.Where(element => element is Column or CheckConstraint or ExclusionConstraint);
        var copy = new Table(name, elements.Select(Plain));
        yield return dialect
            .Ddl.Compile(new CreateTable(copy))
            .Replace("CREATE TABLE", "CREATE TEMPORARY TABLE", StringComparison.Ordinal);
        foreach (var (index, number) in table.Indexes.Select((index, number) => (index, number)))
            yield return dialect.Ddl.Compile(
                new CreateIndex(name, index with { Name = $"{name}_{number}", Tablespace = null })
            );
    }

    private static ITableElement Plain(ITableElement element) =>
        element is Column { Autoincrement: true } counted
            ? counted with
            {
                Autoincrement = false,
                Identity = null,
            }
            : element;

    private void Remember(Table declared, Table read)
    {
        foreach (var column in declared.Columns)
            _canonical[column] = read.FindColumn(column.Name)!;
        foreach (var check in declared.CheckConstraints)
            if (read.CheckConstraints.FirstOrDefault(each => each.Name == check.Name) is { } found)
                _canonical[check] = found;
        foreach (var exclusion in declared.Exclusions)
            if (read.Exclusions.FirstOrDefault(each => each.Name == exclusion.Name) is { } found)
                _canonical[exclusion] = found;
        foreach (var (index, number) in declared.Indexes.Select((index, number) => (index, number)))
            if (read.Indexes.FirstOrDefault(each => each.Name == $"{read.Name}_{number}") is { } found)
                _canonical[index] = found with { Tablespace = index.Tablespace, Comment = index.Comment };
    }

    /// <summary>Whether a text is not the same in both: a difference that nobody has to ask about is none.</summary>
    private bool Differs(Table declared, Table found)
    {
        var norms = dialect.Norms;
        return declared.Columns.Any(column =>
                found.FindColumn(column.Name) is { } other
                && (!norms.SameDefault(column, other) || !norms.SameComputed(column, other))
            )
            || declared.CheckConstraints.Any(check =>
                !found.CheckConstraints.Any(each => norms.SameCheck(found, check, each))
            )
            || declared.Exclusions.Any(each => !found.Exclusions.Any(other => norms.SameExclusion(each, other)))
            || declared.Indexes.Any(index => !found.Indexes.Any(each => norms.SameIndex(found, index, each)));
    }
}
