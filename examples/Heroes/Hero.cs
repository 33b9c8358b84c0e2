using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Retort;

namespace Heroes;

[Table]
public partial class Hero
{
    [Key]
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Index]
    [StringLength(80)]
    public required string Name { get; set; }

    public required string SecretName { get; set; }

    [Index]
    public int? Age { get; set; }

    public List<string>? Powers { get; set; }

    public Dictionary<string, JsonNode?>? AttributesData { get; set; }

    [Index]
    [StringLength(80)]
    public string? Allegiance { get; set; }
}
