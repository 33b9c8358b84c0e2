using System.Text.RegularExpressions;

namespace Retort;

/// <summary>A scratch schema: in a transaction that is rolled back, and the only one in which names without a schema are looked for.</summary>
internal static partial class PostgreSqlScratch
{
    /// <summary>The transaction and where names are looked for: another text means that the schema was left.</summary>
    public const string StateSql = "SELECT concat(txid_current_if_assigned(), ' ', current_setting('search_path'))";

    /// <summary>What in some SQL could leave the scratch schema, as what is said of a revision; null: nothing.</summary>
    /// <param name="sql">The SQL.</param>
    /// <param name="isWritten">Whether a user wrote all of it.</param>
    public static string? Leaves(string sql, bool isWritten)
    {
        if (SearchPath.Match(sql) is { Success: true } setting)
            return $"says {setting.Value}, by which names are looked for elsewhere";
        if (sql.Contains("U&\"", StringComparison.OrdinalIgnoreCase))
            return "has a name in Unicode escapes (U&\"…\"), which could be one of another schema";
        return PostgreSqlStatement
            .Split(sql)
            .Select(statement => Leaves(statement, isWritten))
            .FirstOrDefault(reason => reason is not null);
    }

    private static string? Leaves(PostgreSqlStatement statement, bool isWritten)
    {
        foreach (var word in (ReadOnlySpan<string>)["COMMIT", "END", "ROLLBACK", "ABORT"])
            if (statement.Has(0, word))
                return $"says {word}";
        if (statement.Has(0, "PREPARE", "TRANSACTION"))
            return "says PREPARE TRANSACTION";
        if (statement.Has(0, "RESET", "ALL") || statement.Has(0, "DISCARD") || SetsSchema(statement))
            return $"says {statement.Sql}, by which names are looked for elsewhere";
        return isWritten && statement.Has(0, "DO") && Dynamic.IsMatch(statement.Sql)
            ? "puts SQL together in a DO block, which could name another schema"
            : null;
    }

    private static bool SetsSchema(PostgreSqlStatement statement) =>
        statement.Has(0, "SET", "SCHEMA")
        || statement.Has(0, "SET", "LOCAL", "SCHEMA")
        || statement.Has(0, "SET", "SESSION", "SCHEMA");

    [GeneratedRegex(@"\b(search_path|set_config)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SearchPath { get; }

    [GeneratedRegex(@"\bexecute\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dynamic { get; }
}
