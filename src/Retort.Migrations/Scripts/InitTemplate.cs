namespace Retort.Migrations;

/// <summary>A set of files with which a migrations folder begins.</summary>
/// <param name="Name">As it is typed.</param>
/// <param name="Description">What it is for, in a line.</param>
public sealed record InitTemplate(string Name, string Description)
{
    /// <summary>The files in the migrations folder, with their texts, for a namespace.</summary>
    internal Func<string, IReadOnlyList<(string Name, string Text)>> Files { get; private init; } = _ => [];

    /// <summary>The one that is taken where none is named.</summary>
    public static InitTemplate Generic { get; } =
        new("generic", "One database; the environment class says which models belong to it.")
        {
            Files = @namespace =>
                [
                    ("README.md", InitTexts.Readme),
                    ("Env.cs", InitTexts.Environment(@namespace)),
                    (RevisionTemplate.FileName, RevisionTemplate.Default),
                    (InitTexts.SchemaFile, InitTexts.Schema),
                ],
        };

    /// <summary>Every template.</summary>
    public static IReadOnlyList<InitTemplate> All { get; } = [Generic];

    /// <exception cref="RevisionFileException">There is none of the name.</exception>
    internal static InitTemplate Find(string name) =>
        All.FirstOrDefault(template => template.Name == name)
        ?? throw RevisionFileException.NoTemplate(name, [.. All.Select(template => template.Name)]);
}
