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

    /// <summary>The whole text of a revision's file.</summary>
    /// <exception cref="ScriptException">The project's template cannot be read or has an unknown token.</exception>
    public string Render(NewRevision revision) => new RevisionTemplate(_directory.Template).Fill(revision, _namespace);

    /// <summary>Writes the file, in the encoding of the settings with LF, and makes its folder where it is missing.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="ScriptException">The file is there already or cannot be written, or the template does not make a revision; nothing was written.</exception>
    public string Write(NewRevision revision)
    {
        var path = _directory.PathFor(revision);
        var text = Render(revision);
        if (RevisionScanner.Parse(path, text).All(script => script.Revision.Id != revision.Id))
            throw ScriptException.TemplateWithoutRevision(_directory.Template.Path, revision.Id);
        if (File.Exists(path))
            throw ScriptException.FileExists(path);
        TextFile.Write(path, text, _directory.Config.OutputEncoding);
        return path;
    }
}
