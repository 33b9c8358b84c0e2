namespace Retort;

/// <summary>What differs between databases and can be said as data: quoting, limits, and what the database can do.</summary>
public sealed record SqlSyntax
{
    /// <summary>The database's name, as it stands before <c>://</c> in a URL.</summary>
    public required string Dialect { get; init; }

    /// <summary>Words that must be quoted as names, in lower case.</summary>
    public required IReadOnlySet<string> ReservedWords { get; init; }

    /// <summary>What stands before the position of a parameter, such as <c>@p</c> or <c>$</c>.</summary>
    public string ParameterPrefix { get; init; } = "@p";

    /// <summary>The number of the first parameter.</summary>
    public int FirstParameter { get; init; }

    /// <summary>How many parameters a statement can have at the most.</summary>
    public required int MaxParameters { get; init; }

    /// <summary>How many bytes of UTF-8 a name can have at the most; null: any number.</summary>
    public int? MaxNameBytes { get; init; }

    /// <summary>How many columns a table can have at the most.</summary>
    public int MaxColumns { get; init; } = int.MaxValue;

    /// <summary>Whether INSERT, UPDATE and DELETE can give rows back.</summary>
    public bool Returning { get; init; } = true;

    /// <summary>Whether DDL is undone by a rollback.</summary>
    public bool TransactionalDdl { get; init; } = true;

    /// <summary>Whether a statement that fails ends the transaction around it, up to the last savepoint.</summary>
    public bool FailureAbortsTransaction { get; init; }

    /// <summary>Whether ALTER TABLE can do everything; where not, a table is rebuilt.</summary>
    public bool AlterTable { get; init; } = true;

    /// <summary>Whether schema changes need not keep writers waiting: indexes are built concurrently, constraints are added before rows are checked.</summary>
    public bool OnlineDdl { get; init; }

    /// <summary>Whether tables and columns have comments.</summary>
    public bool Comments { get; init; } = true;

    /// <summary>Whether there are schemas, in which tables of one name can stand side by side.</summary>
    public bool Schemas { get; init; } = true;

    /// <summary>Whether there are sequences, by which columns are counted up.</summary>
    public bool Sequences { get; init; } = true;

    /// <summary>Whether an enum can be a type of the database.</summary>
    public bool EnumTypes { get; init; }

    /// <summary>Whether a type can be another one with rules.</summary>
    public bool Domains { get; init; }

    /// <summary>Whether there are extensions, which bring objects of their own.</summary>
    public bool Extensions { get; init; }

    /// <summary>Whether a column can hold an array.</summary>
    public bool Arrays { get; init; }

    /// <summary>The expression of the current time, as a point in time is stored.</summary>
    public required string Now { get; init; }

    /// <summary>LIMIT of a statement that has only an OFFSET; null where an OFFSET can stand alone.</summary>
    public string? LimitAll { get; init; }

    /// <summary>The name, quoted where it must be: reserved words, and all that is not lower case, digits and underscores.</summary>
    public string Quote(string name) =>
        IsPlain(name) && !ReservedWords.Contains(name)
            ? name
            : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string name)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
            return false;
        foreach (var letter in name)
            if (!(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '_'))
                return false;
        return true;
    }
}
