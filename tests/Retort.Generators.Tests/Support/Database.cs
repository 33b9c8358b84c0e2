using System.Data.Common;

namespace Retort.Generators.Tests;

/// <summary>A database that gives back what it is given.</summary>
internal sealed class Database : IDisposable
{
    private static readonly Dialect Dialect = SqliteDialect.Instance;

    private readonly DbConnection _connection = Dialect
        .NewDataSource("Data Source=:memory:", ConnectionPurpose.Session)
        .CreateConnection();

    public Database() => _connection.Open();

    /// <summary>The object that the written columns are read into.</summary>
    public E RoundTrip<E>(E entity)
        where E : class, ITableModel<E> => Echo(entity, ColumnSet.All(E.Map.ColumnCount), row => E.Map.Read(row, 0));

    /// <summary>Writes some columns of one object and loads them into another.</summary>
    public void Load<E>(E from, E to, ColumnSet columns)
        where E : class, ITableModel<E> =>
        Echo(
            from,
            columns,
            row =>
            {
                E.Map.Load(to, columns, row, 0);
                return to;
            }
        );

    /// <summary>Reads from a row of one statement.</summary>
    public T Row<T>(string sql, Func<Row, T> read, Action<ParameterWriter>? write = null)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        write?.Invoke(Dialect.NewParameterWriter(command));
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return read(Dialect.NewRow(reader, entities: null));
    }

    public void Dispose() => _connection.Dispose();

    private T Echo<E, T>(E entity, ColumnSet columns, Func<Row, T> read)
        where E : class, ITableModel<E>
    {
        var count = Enumerable.Range(0, E.Map.ColumnCount).Count(columns.Contains);
        return Row(
            $"SELECT {string.Join(", ", Enumerable.Range(0, count).Select(position => $"@p{position}"))}",
            read,
            parameters => E.Map.Write(entity, columns, parameters)
        );
    }
}
