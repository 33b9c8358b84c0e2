namespace Retort.Migrations;

/// <summary>A change of several files. Whoever is killed between two steps runs the command again, which does the rest.</summary>
/// <param name="Steps">What is done, in order; each is done as a whole or not at all.</param>
/// <param name="Result">What the command answers when all is done.</param>
internal sealed record FilePlan<T>(IReadOnlyList<Action> Steps, T Result)
{
    /// <summary>Does it.</summary>
    public T Run()
    {
        foreach (var step in Steps)
            step();
        return Result;
    }
}
