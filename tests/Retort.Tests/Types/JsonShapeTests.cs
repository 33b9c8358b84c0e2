using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Retort.Tests.Types;

/// <summary>Values are JSON and back; copies are copies; equal is equal by value.</summary>
[Row("A9.json-shapes")]
public sealed class JsonShapeTests
{
    private static readonly JsonShape<List<Dictionary<string, List<int?>?>>> Nested = JsonShape.List(
        JsonShape.Dictionary(JsonShape.Optional(JsonShape.List(JsonShape.Nullable(JsonShape.Int32))))
    );

    [Fact]
    public void Scalars_come_back_as_they_were()
    {
        RoundTrip(JsonShape.String, "a\"\\\n\u0000ü\ud83e\uddb8<>&'");
        RoundTrip(JsonShape.Boolean, true);
        RoundTrip(JsonShape.Int32, int.MinValue);
        RoundTrip(JsonShape.Int64, long.MinValue);
        RoundTrip(JsonShape.Double, double.Epsilon);
        RoundTrip(JsonShape.Decimal, 79228162514264337593543950335m);
        RoundTrip(JsonShape.Guid, Guid.NewGuid());
        RoundTrip(JsonShape.DateTimeOffset, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-7)));
    }

    [Fact]
    public void Nested_values_come_back_and_their_copies_are_their_own() =>
        Prop.ForAll(
                Gen.Choose(-5, 5)
                    .Select(number => number == 0 ? (int?)null : number)
                    .ArrayOf()
                    .Select(numbers => numbers.Length == 0 ? null : numbers.ToList())
                    .ArrayOf()
                    .Select(lists =>
                        lists
                            .Select((list, i) => ($"key {i}\"", list))
                            .ToDictionary(pair => pair.Item1, pair => pair.list)
                    )
                    .ArrayOf()
                    .Select(items => items.ToList())
                    .ToArbitrary(),
                value =>
                {
                    var copy = Nested.Copy(value);
                    var same = Nested.Same(value, copy) && Nested.Same(value, Read(Nested, Write(Nested, value)));
                    copy.Add(new() { ["new"] = null });
                    return same && !Nested.Same(value, copy) && copy.Count == value.Count + 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """{ "b": [1.0, 2], "a": 1 }""", true)]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""", false)]
    [InlineData("""[1,2]""", """[2,1]""", false)]
    public void Nodes_are_compared_by_value(string left, string right, bool same) =>
        Assert.Equal(same, JsonShape.Node.Same(JsonNode.Parse(left), JsonNode.Parse(right)));

    [Theory]
    [InlineData("3")]
    [InlineData("{}")]
    [InlineData("[3]")]
    [InlineData("[null]")]
    [InlineData("[\"a\"")]
    [InlineData("")]
    public void What_is_no_list_of_texts_is_an_error(string json) =>
        Assert.ThrowsAny<JsonException>(() => Read(JsonShape.List(JsonShape.String), json));

    [Theory]
    [InlineData("[1.5]")]
    [InlineData("[9999999999]")]
    [InlineData("[true]")]
    public void What_is_no_number_of_the_type_is_an_error(string json) =>
        Assert.ThrowsAny<JsonException>(() => Read(JsonShape.List(JsonShape.Int32), json));

    private static void RoundTrip<T>(JsonShape<T> shape, T value) =>
        Assert.Equal(value, Read(shape, Write(shape, value)));

    private static string Write<T>(JsonShape<T> shape, T value)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, JsonShape.WriterOptions))
            shape.Write(json, value);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static T Read<T>(JsonShape<T> shape, string text)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        json.Read();
        return shape.Read(ref json);
    }
}
