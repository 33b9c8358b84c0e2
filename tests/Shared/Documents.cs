using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Retort;

namespace Shared;

/// <summary>A class of the application inside JSON.</summary>
public sealed class Suit
{
    public string Colour { get; set; } = "red";

    public List<Pocket> Pockets { get; set; } = [];
}

public sealed record Pocket(string Thing, int Count);

public readonly record struct Place(double Latitude, double Longitude);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Suit))]
[JsonSerializable(typeof(Place))]
public sealed partial class DocumentContext : JsonSerializerContext;

/// <summary>Classes in JSON columns, values that are set at each update, and defaults that are not the same everywhere.</summary>
[Table]
public partial class Document
{
    [Key]
    public int Id { get; set; }

    public string Title { get; set; } = "";

    [Json<DocumentContext>]
    public Suit? Suit { get; set; }

    [Json<DocumentContext>]
    public List<Place> Places { get; set; } = [];

    public Dictionary<string, Pocket?>? Reflected { get; set; }

    [OnUpdate(SqlValue.Now)]
    public DateTimeOffset? ChangedAt { get; set; }

    [OnUpdate(Expression = "changes + 1")]
    public int Changes { get; set; }

    [OnUpdate(nameof(NextStamp))]
    public string? Stamp { get; set; }

    [ServerDefault(Expression = "1 + 1", Dialect = "sqlite")]
    [ServerDefault(Expression = "'3'::integer", Dialect = "postgresql")]
    [ServerDefault(Literal = 4)]
    public int Engine { get; set; }

    [Computed("title || '!'", Stored = true)]
    public string? Shout { get; set; }

    [NotMapped]
    public int Stamps { get; private set; }

    private string NextStamp() => $"stamp {++Stamps}";
}
