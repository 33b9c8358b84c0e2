using Microsoft.Data.Sqlite;

namespace Retort.Sqlite.Tests;

/// <summary>A SQLite file in a folder of its own that goes away at the end.</summary>
public sealed class TempDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("retort-sqlite-").FullName;

    public TempDatabase(string options = "")
    {
        File = Path.Combine(_folder, "app.db");
        Engine = Engine.Create(SqliteDialect.Instance, $"Data Source={File};{options}");
    }

    public string File { get; }

    public Engine Engine { get; }

    /// <summary>Runs SQL on a connection of a session.</summary>
    public void Run(params ReadOnlySpan<string> statements)
    {
        using var connection = Engine.Connect();
        foreach (var sql in statements)
            connection.Execute(sql);
    }

    /// <summary>All rows of a query.</summary>
    public IReadOnlyList<object?[]> Rows(string sql)
    {
        using var connection = Engine.Connect();
        using var command = connection.DbConnection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([
                .. Enumerable
                    .Range(0, reader.FieldCount)
                    .Select(at => reader.IsDBNull(at) ? null : reader.GetValue(at)),
            ]);
        return rows;
    }

    public void Dispose()
    {
        Engine.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
