namespace Retort;

/// <summary>The synchronous face of code that is written once, as tasks.</summary>
internal static class Io
{
    /// <summary>The result of a task that is done, because its connection does not wait for tasks; it is never waited for here.</summary>
    /// <exception cref="InvalidOperationException">The task is pending: something awaits behind a synchronous connection.</exception>
    public static T Complete<T>(ValueTask<T> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : throw Pending();

    /// <inheritdoc cref="Complete{T}" />
    public static void Complete(ValueTask task)
    {
        if (!task.IsCompleted)
            throw Pending();
        task.GetAwaiter().GetResult();
    }

    private static InvalidOperationException Pending() =>
        new(
            "A synchronous call met asynchronous work. This is an error of Retort or of a dialect; the asynchronous method works."
        );
}
