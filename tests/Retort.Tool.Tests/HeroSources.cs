namespace Retort.Tool.Tests;

/// <summary>What a person types into the editor.</summary>
internal static class HeroSources
{
    /// <summary>The first model.</summary>
    public const string Hero = """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Nodes;
        using Retort;

        namespace HeroApp;

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
        }
        """;

    /// <summary>The model with one property more.</summary>
    public static string WithAllegiance { get; } =
        Hero.TrimEnd('}') + "\n    [Index]\n    [StringLength(80)]\n    public string? Allegiance { get; set; }\n}\n";

    /// <summary>A revision by hand.</summary>
    public static string Revision(string id, string? parent, string upgrade) =>
        $$""""
            using Retort.Migrations;

            namespace HeroApp.Migrations;

            /// <summary>by hand</summary>
            [Revision("{{id}}", Message = "by hand", Created = "2026-11-21T10:00:00Z")]
            {{(parent is null ? "" : $"[Revises(\"{parent}\")]")}}
            public sealed class ByHand{{id}} : Migration
            {
                /// <inheritdoc />
                public override void Upgrade(Operations op)
                {
                    {{upgrade}}
                }

                /// <inheritdoc />
                public override void Downgrade(Operations op) { }
            }
            """";
}
