using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Retort.Migrations;

/// <summary>Names revision files: <c>{rev}_{slug}</c> gives <c>3f2a9c1b7d04_create_heroes.cs</c>.</summary>
internal sealed partial class FileTemplate(MigrationsConfig config)
{
    /// <summary>What some system does not allow: a team's files have the same names everywhere.</summary>
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("<>:\"|?*\0");

    /// <summary>The file, relative to the versions folder.</summary>
    /// <exception cref="ScriptException">The template has an unknown token, or leads out of the folder.</exception>
    public string NameOf(NewRevision revision)
    {
        var name = Token
            .Replace(config.FileTemplate, token => Value(token.Groups["name"].Value, revision))
            .TrimEnd('_', '-', '.', ' ');
        if (name.AsSpan().IndexOfAny(Forbidden) >= 0 || name.Split('/', '\\').Any(part => part is "" or "." or ".."))
            throw Wrong("does not make the name of a file in the versions folder");
        if (!config.RecursiveVersionLocations && name.AsSpan().ContainsAny('/', '\\'))
            throw Wrong("makes a folder, which would not be read: recursive_version_locations is false");
        return name + ".cs";
    }

    /// <summary>The message as part of a file name: lower case, every run of other characters an underscore, cut between words.</summary>
    internal static string Slug(string? message, int longest)
    {
        var words = string.Concat(
            (message ?? "").Select(character =>
                char.IsLetterOrDigit(character) ? char.ToLowerInvariant(character) : '_'
            )
        );
        var slug = string.Join('_', words.Split('_', StringSplitOptions.RemoveEmptyEntries));
        if (slug.Length <= longest)
            return slug;
        var end = slug[longest] == '_' ? longest : slug.LastIndexOf('_', longest - 1);
        return slug[..(end > 0 ? end : longest)];
    }

    [GeneratedRegex("{(?<name>[^{}]*)}", RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }

    private string Value(string token, NewRevision revision)
    {
        var created = TimeZoneInfo.ConvertTime(revision.Created, config.TimeZone);
        return token switch
        {
            "rev" => revision.Id,
            "slug" => Slug(revision.Message, config.TruncateSlugLength),
            "epoch" => created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            "year" => created.ToString("yyyy", CultureInfo.InvariantCulture),
            "month" => created.ToString("MM", CultureInfo.InvariantCulture),
            "day" => created.ToString("dd", CultureInfo.InvariantCulture),
            "hour" => created.ToString("HH", CultureInfo.InvariantCulture),
            "minute" => created.ToString("mm", CultureInfo.InvariantCulture),
            "second" => created.ToString("ss", CultureInfo.InvariantCulture),
            _ => throw Wrong($"has the unknown token {{{token}}}"),
        };
    }

    private ScriptException Wrong(string problem) =>
        ScriptException.FileTemplate(config.Path ?? RetortJson.FileName, config.FileTemplate, problem);
}
