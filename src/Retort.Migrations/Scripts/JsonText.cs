using System.Text;
using System.Text.Json;

namespace Retort.Migrations;

/// <summary>A member of a JSON object and where it is, so that an error can say it.</summary>
internal sealed record JsonMember(string Path, int Line, int Column, string Name, object? Value)
{
    /// <exception cref="ScriptException">It is something else, or empty.</exception>
    public string Text() => Value is string { Length: > 0 } text ? text : throw Wrong("a text that is not empty");

    /// <exception cref="ScriptException">It is something else, or out of range.</exception>
    public int Number(int least, int most) =>
        Value is int number && number >= least && number <= most
            ? number
            : throw Wrong($"a whole number from {least} to {most}");

    private ScriptException Wrong(string expected) => ScriptException.WrongSetting(Path, Line, Column, Name, expected);
}

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

    /// <summary>The members of the outermost object; a value is a string, an int, or null for anything else.</summary>
    /// <exception cref="ScriptException">The text is not a JSON object.</exception>
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
        var members = new List<JsonMember>();
        reader.Read();
        if (reader.TokenType is not JsonTokenType.StartObject)
            throw ScriptException.MalformedJson(path, 1, 1, "expected an object: { … }");
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var (line, column) = LineAndColumn(reader.TokenStartIndex);
            if (members.Any(member => member.Name == name))
                throw ScriptException.MalformedJson(path, line, column, $"'{name}' is set a second time");
            reader.Read();
            members.Add(new(path, line, column, name, Value(ref reader)));
        }
        while (reader.Read()) { }
        return members;
    }

    private static object? Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number when reader.TryGetInt32(out var number):
                return number;
            default:
                reader.Skip();
                return null;
        }
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
