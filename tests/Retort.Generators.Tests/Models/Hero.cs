using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace Retort.Generators.Tests.Models;

public class HeroBase
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
