namespace Retort.Migrations;

/// <summary>FNV-1a with 64 bits (https://datatracker.ietf.org/doc/html/rfc9923): notices accidents, not intent, and needs no cryptographic library.</summary>
internal static class Fnv1a
{
    /// <summary>The number of nothing.</summary>
    public const ulong Empty = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>The number of what was before and one more value.</summary>
    public static ulong Add(ulong hash, ulong value) => unchecked((hash ^ value) * Prime);
}
