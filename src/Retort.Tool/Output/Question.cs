namespace Retort.Tool;

/// <summary>Asks the person at the terminal; without one, or with <c>--json</c>, nobody is asked and nothing waits.</summary>
internal static class Question
{
    /// <summary>Whether somebody is there to answer.</summary>
    public static bool CanBeAsked(CommandRequest request) =>
        !request.Has("json") && !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Whether the answer is yes; an empty one is no.</summary>
    /// <exception cref="OperationCanceledException">There is no answer: the input ended, or somebody interrupted.</exception>
    public static async ValueTask<bool> IsYesAsync(string question, CancellationToken cancellationToken)
    {
        await Console.Error.WriteAsync($"{question} [y/N] ").ConfigureAwait(false);
        var answer = await Task.Run(Console.In.ReadLine, cancellationToken)
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        return answer is null
            ? throw new OperationCanceledException("The input ended.")
            : answer.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
