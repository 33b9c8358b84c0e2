using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Retort;

namespace Shared;

/// <summary>A key that the database counts up, and a unique name.</summary>
[Table]
public partial class Squad
{
    [Key]
    public int Id { get; set; }

    [Unique]
    public required string Name { get; set; }
}

/// <summary>A key of the application, a reference, JSON, and a value that the database fills in.</summary>
[Table]
public partial class Member
{
    [Key]
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    [Check("age >= 0", Name = "member_age")]
    public int? Age { get; set; }

    public List<string>? Powers { get; set; }

    public Dictionary<string, JsonNode?>? Data { get; set; }

    [ForeignKey<Squad>]
    public int? SquadId { get; set; }

    [ServerDefault(SqlValue.Now)]
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Names that must be quoted, and would end the statement where they are not.</summary>
[Table("Order")]
public partial class HostileOrder
{
    [Key]
    [Column("select")]
    public required string Select { get; set; }

    [Column("Group By")]
    public int GroupBy { get; set; }

    [Column("quote\" ; --")]
    public string? Quote { get; set; }
}
