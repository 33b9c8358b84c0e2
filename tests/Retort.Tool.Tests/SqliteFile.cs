using Microsoft.Data.Sqlite;

namespace Retort.Tool.Tests;

/// <summary>Looks into a SQLite file from outside.</summary>
internal static class SqliteFile
{
    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    /// <summary>The first column of a query's rows.</summary>
    public static IReadOnlyList<string> Column(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }

    /// <summary>Opens the file for as long as a test wants.</summary>
    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Runs a statement.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The schema as <c>sqlite3 FILE .schema</c> prints it; read by ourselves where there is no shell.</summary>
    public static async Task<string> SchemaAsync(string file)
    {
        try
        {
            return (
                await Programs.RunAsync(
                    Path.GetDirectoryName(file)!,
                    new Dictionary<string, string?>(),
                    "sqlite3",
                    file,
                    ".schema"
                )
            ).Output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return string.Concat(
                Column(file, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name")
                    .Select(sql => sql + ";\n")
            );
        }
    }
}
