using System.Text;

namespace Retort.Migrations;

internal static class TextFile
{
    /// <summary>The encodings that both the compiler and the scanner recognise.</summary>
    public static readonly IReadOnlyDictionary<string, Encoding> Encodings = new Dictionary<string, Encoding>
    {
        ["utf-8"] = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        ["utf-8-bom"] = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        ["utf-16"] = new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
    };

    /// <summary>Writes a file that is not there yet, and the folders that it needs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="encoding">One of <see cref="Encodings"/>.</param>
    /// <exception cref="ScriptException">It cannot be written.</exception>
    public static void Write(string path, string text, string encoding = "utf-8") =>
        Write(path, text, Encodings[encoding], FileMode.CreateNew);

    /// <summary>Writes a file as UTF-8, also over one that is there.</summary>
    /// <inheritdoc cref="Write(string, string, string)" path="/exception" />
    public static void WriteOver(string path, string text) => Write(path, text, Encodings["utf-8"], FileMode.Create);

    private static void Write(string path, string text, Encoding encoding, FileMode mode)
    {
        try
        {
            MakeFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var stream = new FileStream(path, mode, FileAccess.Write);
            stream.Write(encoding.Preamble);
            stream.Write(encoding.GetBytes(text));
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
