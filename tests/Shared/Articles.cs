using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Retort;
using ColumnAttribute = Retort.ColumnAttribute;
using TableAttribute = Retort.TableAttribute;

namespace Shared;

/// <summary>Models with everything that attributes say, for the tests of each database.</summary>
[Table("article", Schema = null)]
[Comment("What is written")]
[PrimaryKey(nameof(Code), nameof(Number), Name = "article_key")]
[Index(nameof(Title), nameof(Number), Name = "by_title", Descending = [true, false], Where = "number > 0")]
[Index(nameof(Title), Expressions = ["lower(title)"], Name = "by_lower_title")]
[Unique(nameof(Title), nameof(Words), Name = "one_title")]
[Check("words >= 0", Name = "some_words")]
[ForeignKey<Section>(nameof(SectionBook), nameof(SectionNumber), OnDelete = ReferentialAction.Cascade)]
[ForeignKey<Section>(
    nameof(SectionTitle),
    References = [nameof(Section.Title)],
    Name = "by_section_title",
    Timing = ConstraintTiming.Deferred
)]
public partial class Article
{
    [StringLength(20)]
    public required string Code { get; set; }

    public int Number { get; set; }

    [Comment("As it is printed")]
    public required string Title { get; set; }

    [Precision(12, 3)]
    public decimal Price { get; set; }

    [Check("words < 100000")]
    public int Words { get; set; }

    [Computed("words * 2", Stored = true)]
    public int Twice { get; set; }

    [ServerDefault(Literal = "draft")]
    public string State { get; set; } = null!;

    [ServerDefault(Literal = 3)]
    public int Rank { get; set; }

    [ServerDefault(Expression = "1 + 1")]
    public int Two { get; set; }

    [ServerDefault(SqlValue.Now)]
    public DateTimeOffset CreatedAt { get; set; }

    [Column<Varchar>(7, Name = "short_name")]
    public string? Short { get; set; }

    [Column(TypeName = "character varying(9)")]
    public string? Named { get; set; }

    [Column("placed", Order = 1)]
    public string? Placed { get; set; }

    public int? SectionBook { get; set; }

    public int? SectionNumber { get; set; }

    public string? SectionTitle { get; set; }
}

/// <summary>A key of two numbers, and a text that others refer to.</summary>
[Table]
[Unique(nameof(Title))]
public partial class Section
{
    [Key]
    public int Book { get; set; }

    [Key]
    public int Number { get; set; }

    public required string Title { get; set; }

    [ForeignKey<Section>(References = [nameof(Title)])]
    public string? ParentTitle { get; set; }
}

/// <summary>Rows without a key.</summary>
[Table(Keyless = true)]
public partial class LogLine
{
    public DateTimeOffset At { get; set; }

    public required string Message { get; set; }
}

/// <summary>A key that is not counted up, and a tree.</summary>
[Table]
public partial class Node
{
    [Key, DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; set; }

    [ForeignKey<Node>(OnDelete = ReferentialAction.SetNull)]
    public int? ParentId { get; set; }
}
