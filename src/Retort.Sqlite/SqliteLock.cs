namespace Retort;

/// <summary>
/// An operating-system lock on <c>app.db.lock</c> beside the database; who holds it stands in <c>app.db.lock.holder</c>, because a locked
/// file cannot be read everywhere. The system gives the lock back when the process ends, however it ends. The lock file stays: whoever
/// deleted it could not know whether somebody has it open.
/// </summary>
/// <param name="database">The path of the database's file.</param>
/// <param name="holder">Who takes it.</param>
internal sealed class SqliteLock(string database, string holder) : DatabaseLock
{
    private FileStream? _file;

    private string LockFile => database + ".lock";

    private string HolderFile => database + ".lock.holder";

    /// <inheritdoc />
    /// <remarks>The line about the holder is written at once: it is short, and waiting for it would take longer.</remarks>
    public override ValueTask<bool> TryTakeAsync(CancellationToken cancellationToken = default)
    {
        if (Open() is not { } file)
            return ValueTask.FromResult(false);
        File.WriteAllText(HolderFile, holder);
        _file = file;
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc />
    /// <remarks>Who took it last and did not give it back.</remarks>
    public override async ValueTask<string?> HolderAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await File.ReadAllTextAsync(HolderFile, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        if (_file is not { } file)
            return ValueTask.CompletedTask;
        _file = null;
        File.Delete(HolderFile);
        return file.DisposeAsync();
    }

    private FileStream? Open()
    {
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsHeld(error))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseException(
                "RT0316",
                $"The lock file {LockFile} cannot be written: {error.Message}",
                "Create the folder, or make it writable for this user.",
                error
            );
        }
    }

    /// <summary>ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows, EWOULDBLOCK on Linux and macOS.</summary>
    private static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
