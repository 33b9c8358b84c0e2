namespace Retort.Migrations;

/// <summary>What is known of the order of branches that are joined.</summary>
public enum ProofState
{
    /// <summary>Both orders give the same schema.</summary>
    Same,

    /// <summary>They give different schemas, or one of them fails.</summary>
    Different,

    /// <summary>They could not be run.</summary>
    Unproven,
}

/// <summary>Whether branches give the same schema in whichever order they are applied. Rows are not compared.</summary>
/// <param name="State">What is known.</param>
/// <param name="Differences">What differs, in words; none unless <see cref="ProofState.Different"/>.</param>
/// <param name="Reason">Why it could not be tried; null unless <see cref="ProofState.Unproven"/>.</param>
public sealed record MergeProof(ProofState State, IReadOnlyList<string> Differences, string? Reason)
{
    internal static MergeProof Of(IReadOnlyList<string> differences) =>
        new(differences.Count == 0 ? ProofState.Same : ProofState.Different, differences, null);

    internal static MergeProof Unproven(string reason) => new(ProofState.Unproven, [], reason);
}
