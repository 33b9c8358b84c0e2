using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Retort;

/// <summary>What a connection needs before its first statement. The driver's pool keeps connections open, so it is done once for each of SQLite's own.</summary>
internal static class SqlitePreparation
{
    private static readonly ConditionalWeakTable<sqlite3, Settings> Known = [];

    /// <summary>Sets what the purpose asks for.</summary>
    public static void Prepare(SqliteConnection connection, ConnectionPurpose purpose)
    {
        var handle = connection.Handle!;
        if (Known.TryGetValue(handle, out _))
            return;
        switch (purpose)
        {
            case ConnectionPurpose.Session:
                Execute(handle, "PRAGMA foreign_keys = ON");
                WriteAheadLog(handle);
                break;
            case ConnectionPurpose.Migration:
                Execute(handle, "PRAGMA foreign_keys = OFF");
                break;
        }
        raw.sqlite3_busy_timeout(handle, connection.DefaultTimeout * 1000);
        Known.Add(handle, new Settings(ReadEncoding(handle)));
    }

    /// <summary>Whether text is in UTF-16 in the database's file.</summary>
    public static bool IsUtf16(sqlite3 handle) =>
        Known.GetValue(handle, static unprepared => new Settings(ReadEncoding(unprepared))).Utf16;

    /// <summary>
    /// Readers and a writer never wait for each other with a write-ahead log (https://sqlite.org/wal.html). It stays set in the file;
    /// where it cannot be set (read-only, in memory, somebody else is working, for whom opening does not wait) the database works as it is.
    /// </summary>
    private static void WriteAheadLog(sqlite3 handle)
    {
        if (raw.sqlite3_db_readonly(handle, "main") == 0)
            _ = raw.sqlite3_exec(handle, "PRAGMA journal_mode = WAL");
    }

    private static void Execute(sqlite3 handle, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(handle, sql), handle);

    private static bool ReadEncoding(sqlite3 handle)
    {
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(handle, "PRAGMA encoding", out var statement),
            handle
        );
        using (statement)
            return raw.sqlite3_step(statement) is raw.SQLITE_ROW
                && raw.sqlite3_column_text(statement, 0)
                    .utf8_to_string()
                    .StartsWith("UTF-16", StringComparison.Ordinal);
    }

    private sealed record Settings(bool Utf16);
}
