namespace Retort.Migrations;

/// <summary>Writes new revision files.</summary>
public sealed class RevisionWriter
{
    private readonly ScriptDirectory _directory;
    private readonly string _namespace;

    /// <param name="directory">Where the file goes, and whose template is filled.</param>
    /// <param name="namespace">The namespace of the class, such as <see cref="ProjectFile.MigrationsNamespace"/>.</param>
    public RevisionWriter(ScriptDirectory directory, string @namespace)
    {
        _directory = directory;
        _namespace = @namespace;
    }

    /// <summary>Values of further tokens of the template, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The whole text of a revision's file.</summary>
    /// <exception cref="ScriptException">The project's template cannot be read, has an unknown token, or would lose something of the revision.</exception>
    public string Render(NewRevision revision) =>
        new RevisionTemplate(_directory.Template).Fill(
            new RevisionTokens(revision, _namespace, _directory.Config.RevisionSection, Values)
        );

    /// <summary>Writes the file, in the encoding of the settings with LF, and makes its folder where it is missing.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="folder">One of the directory's version locations; null: the first.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="ScriptException">The file is there already or cannot be written, or the template does not make this revision; nothing was written.</exception>
    public string Write(NewRevision revision, string? folder = null)
    {
        var path = _directory.PathFor(revision, folder);
        var text = RenderChecked(revision, path);
        if (File.Exists(path))
            throw ScriptException.FileExists(path);
        TextFile.Write(path, text, _directory.Config.OutputEncoding);
        return path;
    }

    /// <summary>Writes a text into a file that is there.</summary>
    /// <exception cref="ScriptException">It cannot be written.</exception>
    internal void WriteOver(string path, string text) =>
        TextFile.WriteOver(path, text, _directory.Config.OutputEncoding);

    /// <summary>The text, which says of the graph what the revision says.</summary>
    /// <exception cref="ScriptException">The template does not make this revision.</exception>
    internal string RenderChecked(NewRevision revision, string path)
    {
        var text = Render(revision);
        var template = _directory.Template.Path;
        var written =
            RevisionScanner.Parse(path, text).FirstOrDefault(script => script.Revision.Id == revision.Id)
            ?? throw ScriptException.TemplateWithoutRevision(template, revision.Id);
        (string Attribute, IReadOnlyList<string> Written, IReadOnlyList<string> Wanted)[] names =
        [
            ("Section", Names(written.Section), Names(_directory.Config.RevisionSection)),
            ("Revises", written.Revision.DownRevisions, revision.DownRevisions),
            ("BranchLabel", written.Revision.BranchLabels, revision.BranchLabels),
            ("DependsOn", written.Revision.DependsOn, revision.DependsOn),
        ];
        return Array.Find(names, each => !each.Written.SequenceEqual(each.Wanted)) is { Attribute: { } attribute }
            ? throw ScriptException.TemplateLacks(template, attribute)
            : text;
    }

    private static IReadOnlyList<string> Names(string? name) => name is null ? [] : [name];
}
