namespace Retort;

/// <summary>
/// The table, the column or the member of a native enum had another name before: autogenerate renames it, with all that it holds, where the
/// database still has it under that name. It can stay for good, and be repeated for names that were older still.
/// </summary>
/// <param name="name">The former name in the database.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field,
    AllowMultiple = true,
    Inherited = false
)]
public sealed class RenamedFromAttribute(string name) : Attribute
{
    /// <summary>The former name in the database.</summary>
    public string Name { get; } = name;
}
