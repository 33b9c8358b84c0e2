using System.Text;

namespace Retort.Migrations;

internal static class TextFile
{
    /// <summary>The encodings that both the compiler and the scanner recognise.</summary>
    public static readonly IReadOnlyDictionary<string, Encoding> Encodings = new Dictionary<string, Encoding>
    {
        [Utf8] = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        ["utf-8-bom"] = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        ["utf-16"] = new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
    };

    private const string Utf8 = "utf-8";

    /// <summary>Writes a file that is not there yet, and the folders that it needs: whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="encoding">One of <see cref="Encodings"/>.</param>
    /// <exception cref="ScriptException">It cannot be written.</exception>
    public static void Write(string path, string text, string encoding = Utf8) =>
        Write(path, text, encoding, overwrite: false);

    /// <summary>Writes a file, also over one that is there.</summary>
    /// <inheritdoc cref="Write(string, string, string)" path="/exception" />
    public static void WriteOver(string path, string text, string encoding = Utf8) =>
        Write(path, text, encoding, overwrite: true);

    /// <summary>Writes another text into a file, which keeps its encoding.</summary>
    /// <inheritdoc cref="Write(string, string, string)" path="/exception" />
    public static void Edit(string path, string text) => WriteOver(path, text, EncodingOf(path));

    private static string EncodingOf(string path)
    {
        using var file = File.OpenRead(path);
        var begin = new byte[3];
        var read = begin[..file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)];
        return Encodings
                .FirstOrDefault(each => each.Value.Preamble.Length > 0 && read.AsSpan().StartsWith(each.Value.Preamble))
                .Key
            ?? Utf8;
    }

    /// <summary>Deletes a file.</summary>
    /// <exception cref="ScriptException">It cannot be deleted.</exception>
    public static void Delete(string path) => Try(path, () => File.Delete(path));

    /// <summary>The text goes into a file beside it, which then gets the name: who is killed leaves no half of a file behind.</summary>
    private static void Write(string path, string text, string encoding, bool overwrite)
    {
        MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var part = $"{path}.{Environment.ProcessId}.tmp";
        Try(
            path,
            () =>
            {
                try
                {
                    File.WriteAllText(part, text, Encodings[encoding]);
                    File.Move(part, path, overwrite);
                }
                finally
                {
                    File.Delete(part);
                }
            }
        );
    }

    private static void Try(string path, Action change)
    {
        try
        {
            change();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ScriptException.Unwritable(path, error);
        }
    }

    /// <summary>Makes a folder and those above it.</summary>
    /// <exception cref="ScriptException">One of them is a file, or may not be made.</exception>
    public static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (IOException) when (Blocking(path) is { } file)
        {
            throw ScriptException.NotAFolder(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ScriptException.Unwritable(path, error);
        }
    }

    /// <summary>The part of a path that is a file.</summary>
    private static string? Blocking(string path)
    {
        for (
            var part = Path.TrimEndingDirectorySeparator(path);
            !string.IsNullOrEmpty(part);
            part = Path.GetDirectoryName(part)
        )
            if (File.Exists(part))
                return part;
        return null;
    }
}
