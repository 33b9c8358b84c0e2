using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Runtime.Serialization;
using Retort;

namespace Shared;

public enum Mood
{
    Sad,

    [EnumMember(Value = "it's fine")]
    Fine,

    Happy = 7,
}

[Flags]
public enum Powers
{
    None = 0,
    Flight = 1,
    Sight = 2,
}

/// <summary>Degrees, stored as thousandths.</summary>
public readonly record struct Degrees(double Value);

public sealed class DegreesConverter : ValueConverter<Degrees, long>
{
    public override long ToColumn(Degrees value) => (long)Math.Round(value.Value * 1000);

    public override Degrees FromColumn(long value) => new(value / 1000.0);
}

/// <summary>Every scalar, and every one that may be null.</summary>
[Table]
public partial class Scalars
{
    [Key]
    public int Id { get; set; }

    public bool Bool { get; set; }
    public byte Byte { get; set; }
    public sbyte SByte { get; set; }
    public short Short { get; set; }
    public ushort UShort { get; set; }
    public int Int { get; set; }
    public uint UInt { get; set; }
    public long Long { get; set; }
    public ulong ULong { get; set; }
    public float Float { get; set; }
    public double Double { get; set; }

    [Precision(15, 5)]
    public decimal Decimal { get; set; }

    public char Char { get; set; } = 'x';
    public string String { get; set; } = "";
    public Guid Guid { get; set; }
    public DateTime DateTime { get; set; }
    public DateTimeOffset DateTimeOffset { get; set; }
    public DateOnly DateOnly { get; set; }
    public TimeOnly TimeOnly { get; set; }
    public TimeSpan TimeSpan { get; set; }
    public byte[] Bytes { get; set; } = [];
    public Uri Uri { get; set; } = new("https://example.org/");
    public Version Version { get; set; } = new(1, 0);
    public IPAddress Address { get; set; } = IPAddress.Loopback;
    public Mood Mood { get; set; }

    [Column<Integer>]
    public Mood MoodNumber { get; set; }

    [Column<EnumType>("mood_type")]
    public Mood MoodType { get; set; }

    public Powers Powers { get; set; }

    [Converter<DegreesConverter>]
    public Degrees Degrees { get; set; }

    public bool? BoolOrNull { get; set; }
    public byte? ByteOrNull { get; set; }
    public ushort? UShortOrNull { get; set; }
    public ulong? ULongOrNull { get; set; }
    public char? CharOrNull { get; set; }
    public string? StringOrNull { get; set; }
    public TimeSpan? TimeSpanOrNull { get; set; }
    public Uri? UriOrNull { get; set; }
    public Version? VersionOrNull { get; set; }
    public IPAddress? AddressOrNull { get; set; }
    public Mood? MoodOrNull { get; set; }

    [Column<EnumType>("mood_type")]
    public Mood? MoodTypeOrNull { get; set; }

    [Converter<DegreesConverter>]
    public Degrees? DegreesOrNull { get; set; }
}
