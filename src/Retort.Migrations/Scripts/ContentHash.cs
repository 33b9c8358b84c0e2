using System.Security.Cryptography;
using System.Text;

namespace Retort.Migrations;

/// <summary>The fingerprint of a revision file, the same whatever the line endings that version control makes.</summary>
public static class ContentHash
{
    /// <summary>SHA-256 of the text as UTF-8 without a byte order mark, each line ending (CR LF, CR, LF) as LF; 64 lower-case hexadecimal digits.</summary>
    public static string Of(string text)
    {
        var normalised = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(normalised)));
    }
}
