namespace Retort.Migrations;

/// <summary>A quick number for the text of a revision file, the same whatever its line endings: whether a file is what was compiled is asked at each start.</summary>
internal static class ContentFingerprint
{
    /// <summary>Of the text without byte order mark, each line ending (CR LF, CR, LF) as LF: the text of which <c>ContentHash</c> is made.</summary>
    public static ulong Of(string text)
    {
        var fingerprint = Fnv1a.Empty;
        var start = text.Length - text.TrimStart('\uFEFF').Length;
        for (var at = start; at < text.Length; at++)
        {
            var isLineEnd = text[at] is '\r';
            if (isLineEnd && at + 1 < text.Length && text[at + 1] is '\n')
                continue;
            fingerprint = Fnv1a.Add(fingerprint, isLineEnd ? '\n' : text[at]);
        }
        return fingerprint;
    }
}
