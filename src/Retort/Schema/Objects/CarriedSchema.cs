using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Retort;

/// <summary>
/// Objects that models cannot say, kept as SQL in a file beside them: <c>*.carried.sql</c>, which a build embeds into the assembly. Each
/// begins with a line that says what it is: <c>-- retort: {"kind":"function","schema":"public","name":"touch()"}</c>; <c>"after":true</c>
/// where tables come first.
/// </summary>
public static class CarriedSchema
{
    /// <summary>How the name of such a file ends.</summary>
    public const string Extension = ".carried.sql";

    private const string Mark = "-- retort: ";

    private const string Preface = """
        -- What the models beside this file cannot say. `retort check` compares it, and a first revision creates it.
        -- Each object begins with a line that names it; what follows is its SQL, as it is.
        """;

    /// <summary>The objects of all such files in an assembly, in the order of the files' names.</summary>
    /// <exception cref="SchemaException">A file cannot be read.</exception>
    public static IReadOnlyList<SchemaObject> Of(Assembly assembly) =>
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .SelectMany(name => Parse(name, Text(assembly, name))),
        ];

    /// <summary>The objects of one file, in its order.</summary>
    /// <param name="file">For errors.</param>
    /// <param name="text">The whole file.</param>
    /// <exception cref="SchemaException">A line that should name an object does not.</exception>
    public static IReadOnlyList<CarriedObject> Parse(string file, string text)
    {
        var objects = new List<CarriedObject>();
        var sql = new StringBuilder();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (!line.StartsWith(Mark, StringComparison.Ordinal))
            {
                sql.Append(line).Append('\n');
                continue;
            }
            End();
            objects.Add(ParseMark(file, number, line[Mark.Length..]));
        }
        End();
        return objects;

        void End()
        {
            if (objects.Count > 0)
                objects[^1] = objects[^1] with { Sql = sql.ToString().Trim() };
            sql.Clear();
        }
    }

    /// <summary>The text of a file with the objects.</summary>
    public static string Write(IEnumerable<CarriedObject> objects)
    {
        var text = new StringBuilder(Preface.ReplaceLineEndings("\n")).Append('\n');
        foreach (var each in objects)
            text.Append('\n').Append(Mark).Append(WriteMark(each)).Append('\n').Append(each.Sql.Trim()).Append('\n');
        return text.ToString();
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static CarriedObject ParseMark(string file, int line, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var schema = root.TryGetProperty("schema", out var given) ? given.GetString() : null;
            return new CarriedObject(
                root.GetProperty("kind").GetString()!,
                new TableName(root.GetProperty("name").GetString()!, schema),
                ""
            )
            {
                AfterTables = root.TryGetProperty("after", out var after) && after.GetBoolean(),
                DropSql = root.TryGetProperty("drop", out var drop) ? drop.GetString() : null,
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw SchemaException.UnreadableCarried(file, line, error);
        }
    }

    private static string WriteMark(CarriedObject carried)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonShape.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("kind", carried.Kind);
            if (carried.Name.Schema is { } schema)
                json.WriteString("schema", schema);
            json.WriteString("name", carried.Name.Name);
            if (carried.AfterTables)
                json.WriteBoolean("after", true);
            if (carried.DropSql is { } drop)
                json.WriteString("drop", drop);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
