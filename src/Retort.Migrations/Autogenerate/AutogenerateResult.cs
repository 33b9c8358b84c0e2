namespace Retort.Migrations;

/// <summary>What autogenerate found.</summary>
/// <param name="Upgrade">Operations that bring the database to the models, in order.</param>
/// <param name="Downgrade">Operations that bring it back, in order.</param>
/// <param name="Detected">Each difference in words: <c>Detected added table 'hero'</c>.</param>
public sealed record AutogenerateResult(
    IReadOnlyList<Operation> Upgrade,
    IReadOnlyList<Operation> Downgrade,
    IReadOnlyList<string> Detected
)
{
    /// <summary>What is to be known before the upgrade is run, in words: what it destroys, and where it fails.</summary>
    public IEnumerable<string> Warnings => Upgrade.Select(operation => operation.Warning).OfType<string>();

    /// <summary>Renames that what is dropped and added may be instead; for each thing that is dropped the likeliest first.</summary>
    public IReadOnlyList<Rename> LikelyRenames { get; init; } = [];

    /// <summary>The schema before the upgrade, with its renames made.</summary>
    internal MetaData Found { get; init; } = new();

    /// <summary>The schema before the downgrade.</summary>
    internal MetaData Declared { get; init; } = new();

    /// <summary>The same changes in forms that keep nobody waiting who writes, where the database has such: a revision of more than one transaction.</summary>
    public AutogenerateResult WithoutBlocking(Dialect dialect) => NonBlocking.Of(this, dialect);

    /// <summary>Whether models and database agree.</summary>
    public bool IsEmpty => Upgrade.Count == 0;
}
