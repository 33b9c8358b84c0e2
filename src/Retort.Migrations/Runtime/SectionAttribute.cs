namespace Retort.Migrations;

/// <summary>
/// Says which section of <c>retort.json</c> a revision or an environment class belongs to, where a project has several version histories: one
/// for each of its databases. Without it, it belongs to what stands outside of sections.
/// </summary>
/// <param name="name">The section's name, as a string literal.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SectionAttribute(string name) : Attribute
{
    /// <summary>The section's name.</summary>
    public string Name { get; } = name;
}
