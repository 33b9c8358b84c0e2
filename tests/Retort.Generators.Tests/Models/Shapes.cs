using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace Retort.Generators.Tests.Models;

/// <summary>A column of each type, and of each nullable type.</summary>
[Table]
public partial class Everything
{
    [Key]
    public int Id { get; set; }
    public bool Bool { get; set; }
    public bool? BoolOrNull { get; set; }
    public short Short { get; set; }
    public short? ShortOrNull { get; set; }
    public int Int { get; set; }
    public int? IntOrNull { get; set; }
    public long Long { get; set; }
    public long? LongOrNull { get; set; }
    public float Float { get; set; }
    public float? FloatOrNull { get; set; }
    public double Double { get; set; }
    public double? DoubleOrNull { get; set; }
    public decimal Decimal { get; set; }
    public decimal? DecimalOrNull { get; set; }
    public string String { get; set; } = "";
    public string? StringOrNull { get; set; }
    public Guid Guid { get; set; }
    public Guid? GuidOrNull { get; set; }
    public DateTimeOffset Instant { get; set; }
    public DateTimeOffset? InstantOrNull { get; set; }
    public DateTime Time { get; set; } = DateTime.UnixEpoch;
    public DateTime? TimeOrNull { get; set; }
    public DateOnly Day { get; set; }
    public DateOnly? DayOrNull { get; set; }
    public TimeOnly Clock { get; set; }
    public TimeOnly? ClockOrNull { get; set; }
    public byte[] Bytes { get; set; } = [];
    public byte[]? BytesOrNull { get; set; }
    public JsonNode Json { get; set; } = new JsonObject();
    public JsonNode? JsonOrNull { get; set; }
    public List<string> List { get; set; } = [];
    public List<int?>? ListOrNull { get; set; }
    public Dictionary<string, JsonNode?> Map { get; set; } = [];
    public Dictionary<string, List<Guid>>? MapOrNull { get; set; }
}

/// <summary>A link whose key is two keys.</summary>
[Table]
public partial class Membership
{
    [Key]
    [ForeignKey<Hero>]
    public Guid HeroId { get; set; }

    [Key]
    [ForeignKey<Node>]
    public long NodeId { get; set; }

    public int Level { get; set; }
}

/// <summary>A tree, with a key that counts up.</summary>
[Table]
public partial class Node
{
    [Key]
    public long Id { get; set; }

    [ForeignKey<Node>]
    public long? ParentId { get; set; }

    [ForeignKey<Node>(OnDelete = ReferentialAction.Cascade, OnUpdate = ReferentialAction.Restrict)]
    public long RootId { get; set; }
}

/// <summary>What only a base class may set.</summary>
public abstract class Sealed<T>
{
    public required T Code { get; init; }

    public int Revision { get; private set; }

    public void Revise() => Revision++;
}

/// <summary>Setters that the compiler does not let through, and fields that only the constructor sets.</summary>
[Table("document", Schema = "archive")]
public partial class Document : Sealed<string>
{
    [Key]
    public string Name { get; private set; } = "untitled";

    public required string Title { get; init; }

    [NotMapped]
    public required string Cache { get; set; }

    [NotMapped]
    public List<string> Log { get; } = ["made"];

    public static Document Called(string name, string title) =>
        new()
        {
            Name = name,
            Title = title,
            Code = "c",
            Cache = "",
        };
}

/// <summary>Initialisers that must not run when a row is read.</summary>
[Table]
public partial class Counted
{
    public static int Initialised { get; set; }

    [Key]
    public Guid Id { get; set; } = Next();

    private static Guid Next()
    {
        Initialised++;
        return Guid.CreateVersion7();
    }
}

/// <summary>Indexes and constraints over several columns.</summary>
[Table]
public partial class Marked
{
    [Key]
    public int Id { get; set; }

    [Index("ix_place")]
    [Index]
    public string? Country { get; set; }

    [Index("ix_place")]
    [Index("ix_city", Unique = true)]
    public string? City { get; set; }

    [Unique("uq_name")]
    public string? First { get; set; }

    [Unique("uq_name")]
    [Unique]
    public string? Last { get; set; }

    [Column("e_mail")]
    [MaxLength(200)]
    [Unique]
    [Index("ix_mail")]
    public string? Email { get; set; }
}

/// <summary>What had other names before.</summary>
[Table]
[RenamedFrom("old_things")]
[RenamedFrom("things")]
public partial class Renamed
{
    [Key]
    public int Id { get; set; }

    [RenamedFrom("title")]
    public string? Name { get; set; }

    [Column<EnumType>("mood")]
    public Mood Mood { get; set; }
}

/// <summary>How it feels.</summary>
public enum Mood
{
    /// <summary>Well.</summary>
    Happy,

    /// <summary>Not so well.</summary>
    [RenamedFrom("gloomy")]
    [RenamedFrom("blue")]
    Sad,
}
