namespace Retort.Migrations;

/// <summary>Reads revisions from C# source text, without a compiler and without a build.</summary>
public static class RevisionScanner
{
    /// <summary>Fewer files are read before the threads for them are there.</summary>
    private const int WorthThreads = 64;

    /// <summary>The revisions of one file, in the order of the text; none where no class has <c>[Revision]</c>.</summary>
    /// <param name="path">For locations and errors; the file is not opened.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="ScriptException">The text is not what <c>[Revision]</c> and its companions need; with file, line and column.</exception>
    public static IReadOnlyList<RevisionScript> Parse(string path, string text) =>
        new RevisionParser(new SourceText(path, text)).Parse();

    /// <summary>The revisions of every <c>.cs</c> file in a folder, by path; none where there is no such folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="recursive">Whether the folders below it are read too.</param>
    /// <exception cref="ScriptException">A file cannot be read or does not parse; of several the first by path.</exception>
    public static IReadOnlyList<RevisionScript> Scan(string folder, bool recursive = true)
    {
        if (!Directory.Exists(folder))
            return [];
        var files = Directory.GetFiles(
            folder,
            "*.cs",
            recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly
        );
        Array.Sort(files, StringComparer.Ordinal);
        var scripts = new IReadOnlyList<RevisionScript>[files.Length];
        var errors = new ScriptException?[files.Length];
        if (files.Length < WorthThreads)
            for (var file = 0; file < files.Length; file++)
                Scan(files[file], out scripts[file], out errors[file]);
        else
            Parallel.For(0, files.Length, file => Scan(files[file], out scripts[file], out errors[file]));
        return errors.FirstOrDefault(error => error is not null) is { } first
            ? throw first
            : [.. scripts.SelectMany(script => script)];
    }

    private static void Scan(string file, out IReadOnlyList<RevisionScript> scripts, out ScriptException? error)
    {
        (scripts, error) = ([], null);
        try
        {
            scripts = new RevisionParser(SourceText.Read(file)).Parse();
        }
        catch (ScriptException caught)
        {
            error = caught;
        }
    }
}
