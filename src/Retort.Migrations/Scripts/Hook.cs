namespace Retort.Migrations;

/// <summary>When a hook is run.</summary>
public enum HookMoment
{
    /// <summary>After a revision file was written.</summary>
    Revision,

    /// <summary>After revisions were applied or undone.</summary>
    Apply,
}

/// <summary>A program that is run after something was done: a formatter, a dump of the schema.</summary>
/// <param name="Run">The program and its arguments; no shell reads them. <c>{file}</c> is the revision's file.</param>
public sealed record Hook(IReadOnlyList<string> Run)
{
    internal const string File = "{file}";

    /// <summary>How messages call it; by itself the program.</summary>
    public string Name
    {
        get => field ?? Run[0];
        init;
    }

    /// <summary>When it is run.</summary>
    public HookMoment When { get; init; }

    /// <summary>The folder that it is run in, as written; null: that of retort.json.</summary>
    public string? Cwd { get; init; }

    /// <summary>The words for a file, which stands last where no word names it.</summary>
    internal IReadOnlyList<string> On(string file) =>
        Run.Any(word => word.Contains(File, StringComparison.Ordinal))
            ? [.. Run.Select(word => word.Replace(File, file, StringComparison.Ordinal))]
            : [.. Run, file];
}
