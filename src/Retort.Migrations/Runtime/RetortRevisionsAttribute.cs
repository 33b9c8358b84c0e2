namespace Retort.Migrations;

/// <summary>Announces that an assembly has revisions, so that applications that reference it make them known; generated.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RetortRevisionsAttribute(Type registration) : Attribute
{
    /// <summary>A public type of the assembly, whose module initialiser registers the revisions.</summary>
    public Type Registration { get; } = registration;
}
