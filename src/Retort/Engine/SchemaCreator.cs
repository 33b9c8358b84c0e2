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
            present =>
                SchemaCreation
                    .Of(Missing(metaData, present), engine.Dialect.Syntax, present.Objects)
                    .Where(engine.Dialect.Ddl.Matters),
            cancellationToken
        );

    /// <summary>Drops what is there.</summary>
    public static ValueTask DropAsync(
        Engine engine,
        bool synchronous,
        MetaData metaData,
        CancellationToken cancellationToken
    ) => RunAsync(engine, synchronous, metaData, present => Drop(metaData, present, engine.Dialect), cancellationToken);

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
            var present = await connection
                .Inspector.ReadAsync(Concerned(metaData, engine.Dialect.Syntax), cancellationToken)
                .ConfigureAwait(false);
            foreach (var change in changes(present))
                await connection
                    .ExecuteAsync(engine.Dialect.Ddl.Compile(change), cancellationToken)
                    .ConfigureAwait(false);
            await connection.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What must be read to know what is there: the tables, and everything where there is more than tables.</summary>
    private static CatalogRequest Concerned(MetaData metaData, SqlSyntax syntax) =>
        new()
        {
            Tables =
                ImpliedObjects.And(metaData, syntax).Count > 0
                    ? null
                    : [.. metaData.Tables.Select(table => table.FullName)],
        };

    /// <summary>What is wanted and not there; objects beside tables are told apart when they are created.</summary>
    private static MetaData Missing(MetaData wanted, MetaData present) =>
        new(wanted.Tables.Where(table => present.Find(table.FullName) is null)) { Objects = wanted.Objects };

    /// <summary>What uses tables, the tables, and what they use; schemas and extensions stay, which others may use.</summary>
    private static IEnumerable<DdlElement> Drop(MetaData metaData, MetaData present, Dialect dialect)
    {
        var there = present.Objects.Select(each => (each.Kind, each.Name)).ToHashSet();
        var objects = ImpliedObjects
            .And(metaData, dialect.Syntax)
            .Where(each =>
                each is not (SchemaNamespace or ExtensionDefinition) && there.Contains((each.Kind, each.Name))
            )
            .Reverse()
            .ToList();
        var carried = objects.Select(each => each.Name).ToHashSet();
        return
        [
            .. from table in metaData.Sorted
            where present.Find(table.FullName) is not null
            from key in present.Find(table.FullName)!.ForeignKeys
            where carried.Contains(key.Table)
            select new DropConstraint(table.FullName, key.Name!),
            .. objects.Where(each => each.NeedsTables).Select(each => new DropObject(each)),
            .. DropTables(metaData, present, dialect),
            .. objects.Where(each => !each.NeedsTables).Select(each => new DropObject(each)),
        ];
    }

    /// <summary>Referring tables first; keys of tables that need each other before both.</summary>
    private static IEnumerable<DdlElement> DropTables(MetaData metaData, MetaData present, Dialect dialect)
    {
        var gone = new HashSet<TableName>();
        foreach (var table in metaData.Sorted.Where(table => present.Find(table.FullName) is not null))
        {
            gone.Add(table.FullName);
            if (dialect.Syntax.AlterTable)
                foreach (var key in present.Find(table.FullName)!.ForeignKeys.Where(key => Waits(key, metaData, gone)))
                    yield return new DropConstraint(table.FullName, key.Name!);
        }
        foreach (var table in metaData.Sorted.Reverse().Where(table => gone.Contains(table.FullName)))
            yield return new DropTable(table.FullName);
    }

    private static bool Waits(ForeignKeyConstraint key, MetaData metaData, HashSet<TableName> before) =>
        metaData.Find(key.Table) is not null && !before.Contains(key.Table);
}
