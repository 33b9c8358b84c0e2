namespace Retort.Migrations;

/// <summary>What the tables of the runtime itself need of a connection.</summary>
internal static class OwnTables
{
    extension(Connection connection)
    {
        /// <summary>A statement in the database's syntax.</summary>
        public CompiledSql Write(Action<SqlWriter> write)
        {
            var writer = new SqlWriter(connection.Dialect.Syntax, connection.Dialect.Types);
            write(writer);
            return writer.Finish();
        }

        /// <summary>Whether a table is there.</summary>
        public ValueTask<bool> HasTableAsync(TableName name, CancellationToken cancellationToken) =>
            connection.Inspector.HasTableAsync(name, cancellationToken);

        /// <summary>Creates a table where it is missing.</summary>
        /// <exception cref="MigrationException">Its schema is missing too.</exception>
        public async ValueTask EnsureTableAsync(Table table, CancellationToken cancellationToken)
        {
            if (await connection.HasTableAsync(table.FullName, cancellationToken).ConfigureAwait(false))
                return;
            try
            {
                await SchemaChanger
                    .ExecuteAsync(connection, [new CreateTable(table)], cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (SchemaMissingException error) when (table.FullName.Schema is { } schema)
            {
                var create = new CreateObject(new SchemaNamespace(schema));
                throw MigrationException.NoSchema(table.FullName, connection.Dialect.Ddl.Compile(create), error);
            }
        }
    }
}
