namespace Retort.Migrations;

/// <summary>Reads <c>.env</c> files: <c>NAME=value</c> lines, with <c>export</c>, quotes and <c>#</c> comments.</summary>
internal static class DotEnv
{
    /// <summary>The last value of one of the names, without case; null where there is none.</summary>
    public static string? Find(string text, IReadOnlyCollection<string> names) =>
        text.Split('\n')
            .Select(Parse)
            .LastOrDefault(line => line is { } pair && names.Contains(pair.Name, StringComparer.OrdinalIgnoreCase))
            ?.Value;

    private static (string Name, string Value)? Parse(string line)
    {
        var trimmed = line.Trim();
        if (trimmed.StartsWith("export ", StringComparison.Ordinal))
            trimmed = trimmed["export ".Length..].TrimStart();
        var equals = trimmed.IndexOf('=', StringComparison.Ordinal);
        return equals <= 0 || trimmed[0] == '#'
            ? null
            : (trimmed[..equals].TrimEnd(), Unquote(trimmed[(equals + 1)..].TrimStart()));
    }

    private static string Unquote(string value)
    {
        var end = value is ['"' or '\'', _, ..] ? value.IndexOf(value[0], 1) : -1;
        if (end > 0)
            return value[1..end];
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? value : value[..comment]).TrimEnd();
    }
}
