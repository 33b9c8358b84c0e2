namespace Retort.Generators;

/// <summary>Names of the generator's steps, which tests look at.</summary>
internal static class Steps
{
    public const string Language = nameof(Language);
    public const string Tables = nameof(Tables);
    public const string Project = nameof(Project);
    public const string References = nameof(References);
    public const string Registry = nameof(Registry);
    public const string Revisions = nameof(Revisions);
    public const string Environments = nameof(Environments);
    public const string Registration = nameof(Registration);
}
