using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Retort;

/// <summary>Which database a URL or connection string means: <c>sqlite:///file.db</c> (from the current directory), <c>sqlite:////path/file.db</c>, <c>sqlite:///:memory:</c>.</summary>
internal static class SqliteUrl
{
    private const string Memory = ":memory:";
    private const string Forms =
        "Write sqlite:///file.db for a file in the current directory, sqlite:////path/to/file.db for an absolute path, sqlite:///:memory: for memory.";

    /// <summary>The connection string of a URL.</summary>
    public static string ConnectionString(DatabaseUrl url)
    {
        RequireNoServer(url);
        var builder = new SqliteConnectionStringBuilder
        {
            DataSource = url.Database.Length == 0 ? Memory : url.Database,
        };
        foreach (var (name, value) in url.Options)
            Set(builder, name, value);
        return builder.ToString();
    }

    /// <summary>The absolute path of the database's file.</summary>
    public static string Describe(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        return IsInMemory(builder) ? "a SQLite database in memory" : FullPath(builder.DataSource);
    }

    /// <summary>The absolute path of the database's file; null: it has none.</summary>
    public static string? File(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        return IsInMemory(builder) ? null : FullPath(builder.DataSource);
    }

    /// <summary>
    /// A file by its absolute path: the driver's pool knows connections by their text, and the current folder may change. A database in
    /// memory by a name, so that all connections of an engine, and no others, see it.
    /// </summary>
    public static string ForEngine(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (!IsInMemory(builder))
        {
            builder.DataSource = FullPath(builder.DataSource);
            return builder.ToString();
        }
        if (builder.Cache is SqliteCacheMode.Shared)
            return connectionString;
        builder.DataSource = $"retort-{Guid.NewGuid():N}";
        builder.Mode = SqliteOpenMode.Memory;
        builder.Cache = SqliteCacheMode.Shared;
        return builder.ToString();
    }

    /// <summary>Whether the database is gone when its last connection closes.</summary>
    public static bool IsInMemory(string connectionString) =>
        IsInMemory(new SqliteConnectionStringBuilder(connectionString));

    /// <summary>The connection string for a purpose.</summary>
    public static string ForPurpose(string connectionString, ConnectionPurpose purpose)
    {
        // What is kept open is kept by the engine, with its prepared statements.
        var builder = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
        if (
            purpose is ConnectionPurpose.Inspection
            && builder.Mode is SqliteOpenMode.ReadWriteCreate
            && !IsInMemory(builder)
        )
            builder.Mode = SqliteOpenMode.ReadWrite;
        return builder.ToString();
    }

    private static bool IsInMemory(SqliteConnectionStringBuilder builder) =>
        builder.Mode is SqliteOpenMode.Memory || builder.DataSource is Memory or "";

    private static string FullPath(string source) =>
        source.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? source : Path.GetFullPath(source);

    private static void RequireNoServer(DatabaseUrl url)
    {
        if (url.User is not null || url.Password is not null)
            throw new DatabaseUrlException("RT0312", "A SQLite database has no user and no password.", Forms);
        if (url.Host is not null || url.Port is not null)
            throw new DatabaseUrlException(
                "RT0312",
                $"A SQLite database is a file, not a server: '{url.Host}' stands where a host is expected.",
                url.Database.Length == 0 ? $"Write sqlite:///{url.Host} (three slashes)." : Forms
            );
    }

    private static void Set(SqliteConnectionStringBuilder builder, string name, string value)
    {
        switch (name)
        {
            case "mode":
                builder.Mode = value switch
                {
                    "ro" => SqliteOpenMode.ReadOnly,
                    "rw" => SqliteOpenMode.ReadWrite,
                    "rwc" => SqliteOpenMode.ReadWriteCreate,
                    "memory" => SqliteOpenMode.Memory,
                    _ => throw Option(name, value, "ro (read-only), rw, rwc (creates the file) or memory"),
                };
                break;
            case "cache":
                builder.Cache = value switch
                {
                    "shared" => SqliteCacheMode.Shared,
                    "private" => SqliteCacheMode.Private,
                    _ => throw Option(name, value, "shared or private"),
                };
                break;
            case "timeout":
                builder.DefaultTimeout = int.TryParse(
                    value,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var seconds
                )
                    ? seconds
                    : throw Option(name, value, "the number of whole seconds to wait for a lock");
                break;
            case "pooling":
                builder.Pooling = bool.TryParse(value, out var pooling)
                    ? pooling
                    : throw Option(name, value, "true or false");
                break;
            default:
                throw DatabaseUrlException.UnknownOption(
                    $"SQLite has no option '{name}' in a URL.",
                    "The options are mode, cache, timeout and pooling, for example sqlite:///app.db?mode=ro&timeout=5."
                );
        }
    }

    private static DatabaseUrlException Option(string name, string value, string values) =>
        DatabaseUrlException.WrongOption(
            $"The option '{name}' of a SQLite URL cannot be '{value}'.",
            $"Write {name}={values}."
        );
}
