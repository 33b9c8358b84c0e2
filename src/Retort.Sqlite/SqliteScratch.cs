using Microsoft.Data.Sqlite;

namespace Retort;

/// <summary>An empty database in memory, in which SQLite is asked what it makes of a text. Each answer is null where SQLite refuses the text.</summary>
internal sealed class SqliteScratch : IDisposable
{
    private const string Fill = "INSERT INTO t DEFAULT VALUES";

    private readonly DdlCompiler _ddl;
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqliteScratch(DdlCompiler ddl)
    {
        _ddl = ddl;
        _connection.Open();
    }

    /// <summary>What a default of a column is when it is stored, with its storage class.</summary>
    public string? DefaultValue(Column column, string text) =>
        Ask($"{Fill}; SELECT typeof(c), quote(c) FROM t", CreateTable(Renamed(column), text));

    /// <summary>The program that fills in a default of a column.</summary>
    public string? DefaultProgram(Column column, string text) =>
        Ask($"EXPLAIN {Fill}", CreateTable(Renamed(column), text));

    /// <summary>The program that checks a condition over a table's columns.</summary>
    public string? CheckProgram(Table table, string condition) =>
        Ask($"EXPLAIN {Fill}", CreateTable(table, $", CONSTRAINT c CHECK ({condition})"));

    /// <summary>The program that keeps an index over a table's columns.</summary>
    public string? IndexProgram(Table table, TableIndex index) =>
        Ask(
            $"EXPLAIN {Fill}",
            CreateTable(table, ""),
            _ddl.Compile(new CreateIndex("t", index with { Name = "retort_i" }))
        );

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    private static Column Renamed(Column column) => column with { Name = "c", Nullable = true, Autoincrement = false };

    private static string CreateTable(Column column, string standard) =>
        $"CREATE TABLE t (c {SqliteTypes.Instance.Ddl(column.Type)} DEFAULT ({standard}))";

    private static string CreateTable(Table table, string rest) =>
        $"CREATE TABLE t ({string.Join(", ", table.Columns.Select(Definition))}{rest})";

    /// <summary>What an expression can depend on: name, affinity and collation.</summary>
    private static string Definition(Column column) =>
        $"{SqliteSyntax.Instance.Quote(column.Name)} {SqliteTypes.Instance.Ddl(column.Type)}"
        + (column.Collation is { } collation ? $" COLLATE {SqliteSyntax.Instance.Quote(collation)}" : "");

    /// <summary>The rows of a question, asked where some statements were run that leave nothing.</summary>
    private string? Ask(string question, params ReadOnlySpan<string> statements)
    {
        try
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var sql in statements)
                Execute(transaction, sql);
            return Rows(transaction, question);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private void Execute(SqliteTransaction transaction, string sql)
    {
        using var command = new SqliteCommand(sql, _connection, transaction);
        command.ExecuteNonQuery();
    }

    private string Rows(SqliteTransaction transaction, string sql)
    {
        using var command = new SqliteCommand(sql, _connection, transaction);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        // one instruction begins the transaction and counts the schema's versions
        return string.Join('\n', rows.Where(row => !row.Contains("|Transaction|", StringComparison.Ordinal)));
    }
}
