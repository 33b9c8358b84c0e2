using System.Globalization;

namespace Retort;

/// <summary>A column's declared type in its parts: <c>NUMERIC(18, 4)</c> is the name and two numbers.</summary>
/// <param name="Name">The words, in upper case, with single spaces.</param>
/// <param name="Arguments">The numbers in the parentheses.</param>
internal sealed record SqliteDeclaredType(string Name, ValueList<int> Arguments)
{
    /// <summary>What SQLite makes of values of a column that is declared so, by its rules in their order.</summary>
    public string Affinity =>
        Has("INT") ? "INTEGER"
        : Has("CHAR") || Has("CLOB") || Has("TEXT") ? "TEXT"
        : Has("BLOB") || Name.Length == 0 ? "BLOB"
        : Has("REAL") || Has("FLOA") || Has("DOUB") ? "REAL"
        : "NUMERIC";

    /// <summary>The parts of a declaration; a declaration of another form is all name.</summary>
    public static SqliteDeclaredType Parse(string declared)
    {
        var open = declared.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !declared.TrimEnd().EndsWith(')'))
            return new SqliteDeclaredType(Words(declared), []);
        var arguments = new List<int>();
        foreach (var part in declared.TrimEnd()[(open + 1)..^1].Split(','))
            if (int.TryParse(part, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
                arguments.Add(number);
            else
                return new SqliteDeclaredType(Words(declared), []);
        return new SqliteDeclaredType(Words(declared[..open]), [.. arguments]);
    }

    /// <summary>The same type under its usual name. Only names that give a column the same affinity are the same type.</summary>
    public SqliteDeclaredType Canonical() =>
        this with
        {
            Name = Name switch
            {
                "INT" or "INT4" or "MEDIUMINT" => "INTEGER",
                "INT2" => "SMALLINT",
                "INT8" => "BIGINT",
                "BOOL" => "BOOLEAN",
                "CHARACTER VARYING" or "NVARCHAR" => "VARCHAR",
                "DECIMAL" => "NUMERIC",
                "DOUBLE" or "FLOAT" => "DOUBLE PRECISION",
                _ => Name,
            },
        };

    private bool Has(string part) => Name.Contains(part, StringComparison.Ordinal);

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
