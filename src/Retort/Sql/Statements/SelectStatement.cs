using System.Collections.Immutable;

namespace Retort;

/// <summary>What a SELECT consists of.</summary>
public sealed record SelectStatement(Source From)
{
    /// <summary>What is selected.</summary>
    public ImmutableArray<SqlNode> Columns { get; init; } = [];

    /// <summary>Conditions, all of which hold.</summary>
    public ImmutableArray<SqlNode> Where { get; init; } = [];

    /// <summary>The order.</summary>
    public ImmutableArray<Term> OrderBy { get; init; } = [];

    /// <summary>How many rows at the most.</summary>
    public int? Limit { get; init; }

    /// <summary>How many rows are skipped.</summary>
    public int? Offset { get; init; }
}
