using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.NetworkInformation;
using Retort;

namespace Shared;

/// <summary>Types that PostgreSQL has and other databases keep as text, arrays, and times on any clock.</summary>
[Table]
public partial class Special
{
    [Key]
    public int Id { get; set; }

    public IPAddress Address { get; set; } = IPAddress.Loopback;
    public IPNetwork Network { get; set; } = IPNetwork.Parse("10.0.0.0/8");
    public PhysicalAddress Card { get; set; } = PhysicalAddress.Parse("08:00:2b:01:02:03");
    public SqlRange<int> Numbers { get; set; } = new(1, 4);
    public SqlRange<long>? MoreNumbers { get; set; }
    public SqlRange<decimal> Prices { get; set; } = new(1.5m, null);
    public SqlRange<DateOnly> Days { get; set; } = new(new(2026, 1, 1), new(2026, 2, 1));
    public SqlRange<DateTimeOffset> Times { get; set; }

    [Column<Timestamp>]
    public DateTime Clock { get; set; } = new(2026, 2, 3, 4, 5, 6);

    [Column<Timestamp>]
    public DateTime? ClockOrNull { get; set; }

    [Column<ArrayOf>]
    public List<int> Marks { get; set; } = [];

    [Column<ArrayOf>]
    public List<string?> Words { get; set; } = [];

    [Column<ArrayOf>(typeof(Varchar), 10)]
    public List<string>? Codes { get; set; }

    [Column<ArrayOf>]
    public List<DateTimeOffset>? Moments { get; set; }

    [Column<ArrayOf>]
    public List<Guid>? Ids { get; set; }

    [Column<Bit>(4)]
    public string Bits { get; set; } = "0101";

    [Column<TsVector>]
    public string? Document { get; set; }

    [Column<Inet>]
    public string? AddressText { get; set; }

    [Column<Json>(false)]
    public List<int> Plain { get; set; } = [];

    [Column<Xml>]
    public string? Markup { get; set; }
}
