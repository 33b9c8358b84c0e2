using System.ComponentModel.DataAnnotations;

namespace Retort.Tests;

/// <summary>More columns than a word has bits.</summary>
[Table]
public partial class Wide
{
    [Key]
    public int Id { get; set; }
    public int C01 { get; set; }
    public int C02 { get; set; }
    public int C03 { get; set; }
    public int C04 { get; set; }
    public int C05 { get; set; }
    public int C06 { get; set; }
    public int C07 { get; set; }
    public int C08 { get; set; }
    public int C09 { get; set; }
    public int C10 { get; set; }
    public int C11 { get; set; }
    public int C12 { get; set; }
    public int C13 { get; set; }
    public int C14 { get; set; }
    public int C15 { get; set; }
    public int C16 { get; set; }
    public int C17 { get; set; }
    public int C18 { get; set; }
    public int C19 { get; set; }
    public int C20 { get; set; }
    public int C21 { get; set; }
    public int C22 { get; set; }
    public int C23 { get; set; }
    public int C24 { get; set; }
    public int C25 { get; set; }
    public int C26 { get; set; }
    public int C27 { get; set; }
    public int C28 { get; set; }
    public int C29 { get; set; }
    public int C30 { get; set; }
    public int C31 { get; set; }
    public int C32 { get; set; }
    public int C33 { get; set; }
    public int C34 { get; set; }
    public int C35 { get; set; }
    public int C36 { get; set; }
    public int C37 { get; set; }
    public int C38 { get; set; }
    public int C39 { get; set; }
    public int C40 { get; set; }
    public int C41 { get; set; }
    public int C42 { get; set; }
    public int C43 { get; set; }
    public int C44 { get; set; }
    public int C45 { get; set; }
    public int C46 { get; set; }
    public int C47 { get; set; }
    public int C48 { get; set; }
    public int C49 { get; set; }
    public int C50 { get; set; }
    public int C51 { get; set; }
    public int C52 { get; set; }
    public int C53 { get; set; }
    public int C54 { get; set; }
    public int C55 { get; set; }
    public int C56 { get; set; }
    public int C57 { get; set; }
    public int C58 { get; set; }
    public int C59 { get; set; }
    public int C60 { get; set; }
    public int C61 { get; set; }
    public int C62 { get; set; }
    public int C63 { get; set; }
    public int C64 { get; set; }
    public int C65 { get; set; }
    public int C66 { get; set; }
    public int C67 { get; set; }
    public int C68 { get; set; }
    public int C69 { get; set; }
    public string? C70 { get; set; }
}
