namespace Retort.Migrations;

/// <summary>A revision as its source file declares it.</summary>
/// <param name="Revision">The node of the graph; its location is the file and the line of <c>[Revision]</c>.</param>
/// <param name="ClassName">The class, without its namespace.</param>
/// <param name="ContentHash">Of the whole file, as <see cref="Retort.Migrations.ContentHash"/> makes it.</param>
public sealed record RevisionScript(Revision Revision, string ClassName, string ContentHash)
{
    /// <summary>The file.</summary>
    public string Path => Revision.Location!.Path;
}
