namespace Retort;

/// <summary>
/// How constraints and indexes of the project's models are named that have no name of their own; see <see cref="NamingConvention"/> for the
/// templates. What is left out is named in the usual way.
/// </summary>
/// <example><code>[assembly: NamingConvention(Index = "idx_%(column_0_label)s", PrimaryKey = "%(table_name)s_pkey")]</code></example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NamingConventionAttribute : Attribute
{
    /// <summary>Names of indexes.</summary>
    public string? Index { get; set; }

    /// <summary>Names of unique constraints.</summary>
    public string? Unique { get; set; }

    /// <summary>Names of checks.</summary>
    public string? Check { get; set; }

    /// <summary>Names of foreign keys.</summary>
    public string? ForeignKey { get; set; }

    /// <summary>Names of primary keys.</summary>
    public string? PrimaryKey { get; set; }
}
