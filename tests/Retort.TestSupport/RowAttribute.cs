using Xunit.v3;

namespace Retort.TestSupport;

/// <summary>Names the row of <c>docs/features.md</c> that a test proves, as the trait <c>Row</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RowAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>The row, such as <c>G5.merge</c>.</summary>
    public string Id { get; } = id;

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Row", Id)];
}
