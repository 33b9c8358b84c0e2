using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace Retort.Tests;

public partial class HeroBase
{
    [Index]
    [StringLength(80)]
    public required string Name { get; set; }

    [Index]
    public int? Age { get; set; }
}

[Table]
public partial class Hero : HeroBase
{
    [Key]
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string SecretName { get; set; }
    public List<string>? Powers { get; set; }
    public Dictionary<string, JsonNode?>? AttributesData { get; set; }

    [ForeignKey<Team>(OnDelete = ReferentialAction.SetNull)]
    public Guid? TeamId { get; set; }

    [ServerDefault(SqlValue.Now)]
    public DateTimeOffset CreatedAt { get; set; }
}

[Table]
public partial class Team
{
    [Key]
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Unique]
    [Index]
    public required string Name { get; set; }
}

/// <summary>A key that the database counts up, and a reference to its own table.</summary>
[Table]
public partial class Folder
{
    [Key]
    public int Id { get; set; }
    public required string Name { get; set; }

    [ForeignKey<Folder>]
    public int? ParentId { get; set; }
}

/// <summary>A composite key.</summary>
[Table]
public partial class Membership
{
    [Key]
    [ForeignKey<Team>]
    public Guid TeamId { get; set; }

    [Key]
    public required string Role { get; set; }
    public int Rank { get; set; }
    public byte[]? Badge { get; set; }
}

/// <summary>Names that must be quoted.</summary>
[Table("Order")]
public partial class Order
{
    [Key]
    [Column("select")]
    public required string Select { get; set; }

    [Column("Group By")]
    public int GroupBy { get; set; }

    [Column("quote\" ; --")]
    public string? Quote { get; set; }
}
