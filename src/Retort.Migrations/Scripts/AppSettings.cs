using System.Text.Json;

namespace Retort.Migrations;

/// <summary>Look-ups in appsettings files, as .NET's configuration does them: sections with colons, names without case.</summary>
internal static class AppSettings
{
    /// <summary>The text at <c>Section:Name</c>; null where there is none. A member may also have the colon in its name.</summary>
    public static string? Find(JsonElement element, string name) =>
        name.Length == 0 ? Text(element)
        : element.ValueKind is not JsonValueKind.Object ? null
        : element.EnumerateObject().Select(member => Find(member, name)).FirstOrDefault(value => value is not null);

    /// <summary>The members of the section <c>ConnectionStrings</c> in a file.</summary>
    /// <exception cref="ScriptException">The file cannot be read, or is not JSON.</exception>
    public static IReadOnlyList<(string Name, string Value)> ConnectionStrings(string path)
    {
        using var document = new JsonText(path, SourceText.Read(path).Text).Document();
        var sections = Members(document.RootElement);
        var section = sections.Find(member =>
            member.Name.Equals("ConnectionStrings", StringComparison.OrdinalIgnoreCase)
        );
        return
        [
            .. Members(section.Value)
                .Where(member => member.Value.ValueKind is JsonValueKind.String)
                .Select(member => (member.Name, member.Value.GetString()!)),
        ];
    }

    private static List<JsonProperty> Members(JsonElement element) =>
        element.ValueKind is JsonValueKind.Object ? [.. element.EnumerateObject()] : [];

    private static string? Find(JsonProperty member, string name) =>
        !name.StartsWith(member.Name, StringComparison.OrdinalIgnoreCase) || member.Name.Length == 0 ? null
        : name.Length == member.Name.Length ? Find(member.Value, "")
        : name[member.Name.Length] == ':' ? Find(member.Value, name[(member.Name.Length + 1)..])
        : null;

    private static string? Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
}
