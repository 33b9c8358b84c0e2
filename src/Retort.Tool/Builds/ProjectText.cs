namespace Retort.Tool;

/// <summary>What the text of the files that describe a project says about its build; MSBuild alone could say it exactly.</summary>
internal sealed class ProjectText(BuildRecord record)
{
    private static readonly string[] Steps = ["<Target ", "<UsingTask "];

    private static readonly string[] Files =
    [
        "<Compile ",
        "<EmbeddedResource ",
        "<AdditionalFiles ",
        "<Import ",
        "DefaultItemExcludes",
    ];

    private readonly string[] _paths = [record.Project, .. record.BuildFiles.Where(File.Exists)];

    /// <summary>Why the compiler alone is not enough; null where nothing speaks against it.</summary>
    /// <param name="changesFiles">Whether C# files came or went.</param>
    public string? Obstacle(bool changesFiles) =>
        With(Steps) is { } steps ? $"{steps} has steps of its own"
        : !changesFiles ? null
        : record.ListsSources ? "the project lists its C# files"
        : With(Files) is { } files ? $"{files} says which files there are"
        : null;

    private string? With(string[] words) =>
        _paths.FirstOrDefault(path => ContainsAny(File.ReadAllText(path), words)) is { } found
            ? Path.GetFileName(found)
            : null;

    private static bool ContainsAny(string text, string[] words) =>
        words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
