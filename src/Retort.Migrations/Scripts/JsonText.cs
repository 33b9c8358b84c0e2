using System.Text;
using System.Text.Json;

namespace Retort.Migrations;

/// <summary>Reads JSON with comments and trailing commas, knowing the line and column of each value.</summary>
internal sealed class JsonText(string path, string text)
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));

    /// <summary>The members of the outermost object, in the order of the text.</summary>
    /// <exception cref="ScriptException">The text is not a JSON object, or one of its objects has a name twice.</exception>
    public IReadOnlyList<JsonMember> Members()
    {
        try
        {
            return ReadMembers();
        }
        catch (JsonException error)
        {
            throw Malformed(error);
        }
    }

    /// <summary>The text as a document, for look-ups in depth.</summary>
    /// <exception cref="ScriptException">The text is not JSON.</exception>
    public JsonDocument Document()
    {
        try
        {
            return JsonDocument.Parse(_utf8, DocumentOptions);
        }
        catch (JsonException error)
        {
            throw Malformed(error);
        }
    }

    private List<JsonMember> ReadMembers()
    {
        var reader = new Utf8JsonReader(_utf8, Options);
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
            throw ScriptException.MalformedJson(path, 1, 1, "expected an object: { … }");
        var members = Members(ref reader, null);
        while (reader.Read()) { }
        return members;
    }

    private List<JsonMember> Members(ref Utf8JsonReader reader, string? parent)
    {
        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var member = Member(parent, reader.GetString()!, reader.TokenStartIndex);
            if (members.Any(other => other.Key == member.Key))
                throw ScriptException.MalformedJson(
                    path,
                    member.Line,
                    member.Column,
                    $"'{member.Name}' is set a second time"
                );
            reader.Read();
            members.Add(member with { Value = Value(ref reader, member.Name) });
        }
        return members;
    }

    private List<JsonMember> Items(ref Utf8JsonReader reader, string parent)
    {
        var items = new List<JsonMember>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            var item = Member(parent, $"[{items.Count}]", reader.TokenStartIndex);
            items.Add(item with { Value = Value(ref reader, item.Name) });
        }
        return items;
    }

    private object? Value(ref Utf8JsonReader reader, string name) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True or JsonTokenType.False => reader.GetBoolean(),
            JsonTokenType.Number => reader.TryGetInt32(out var number) ? number : null,
            JsonTokenType.StartObject => new JsonMembers(Members(ref reader, name)),
            JsonTokenType.StartArray => new JsonItems(Items(ref reader, name)),
            _ => null,
        };

    private JsonMember Member(string? parent, string key, long index)
    {
        var (line, column) = LineAndColumn(index);
        return new(path, line, column, parent, key, null);
    }

    private (int Line, int Column) LineAndColumn(long index)
    {
        var before = Encoding.UTF8.GetString(_utf8.AsSpan(0, (int)index));
        return new SourceText(path, before).LineAndColumn(before.Length);
    }

    private ScriptException Malformed(JsonException error)
    {
        var problem = error.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
        return ScriptException.MalformedJson(
            path,
            (int)(error.LineNumber ?? 0) + 1,
            (int)(error.BytePositionInLine ?? 0) + 1,
            problem
        );
    }
}
