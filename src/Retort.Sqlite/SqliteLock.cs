namespace Retort;

/// <summary>
/// An operating-system lock on <c>app.db.lock</c> beside the database; who holds it stands in <c>app.db.lock.holder</c>, because a locked
/// file cannot be read everywhere. The system gives the lock back when the process ends, however it ends. The lock file stays: whoever
/// deleted it could not know whether somebody has it open.
/// </summary>
internal sealed class SqliteLock : DatabaseLock
{
    private readonly FileStream _file;
    private readonly string _holder;

    private SqliteLock(FileStream file, string holder) => (_file, _holder) = (file, holder);

    /// <summary>The lock of a database; null: somebody else has it.</summary>
    /// <exception cref="DatabaseException">No lock file can be written there.</exception>
    /// <remarks>The line about the holder is written at once: it is short, and waiting for it would take longer.</remarks>
    public static DatabaseLock? TryTake(string connectionString, string holder)
    {
        if (SqliteUrl.File(connectionString) is not { } database)
            return Unshared;
        if (Open(database) is not { } file)
            return null;
        File.WriteAllText(HolderFile(database), holder);
        return new SqliteLock(file, HolderFile(database));
    }

    /// <summary>Who took the lock last and did not give it back; null: nobody.</summary>
    public static async ValueTask<string?> HolderAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            return SqliteUrl.File(connectionString) is { } database
                ? await File.ReadAllTextAsync(HolderFile(database), cancellationToken).ConfigureAwait(false)
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        if (!_file.CanRead)
            return ValueTask.CompletedTask;
        File.Delete(_holder);
        return _file.DisposeAsync();
    }

    private static string LockFile(string database) => database + ".lock";

    private static string HolderFile(string database) => database + ".lock.holder";

    private static FileStream? Open(string database)
    {
        try
        {
            return new FileStream(LockFile(database), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsHeld(error))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(
                "RT0316",
                $"The lock file {LockFile(database)} cannot be written: {error.Message}",
                "Create the folder, or make it writable for this user.",
                error
            );
        }
    }

    /// <summary>ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows, EWOULDBLOCK on Linux and macOS.</summary>
    private static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
