namespace Retort.Migrations;

/// <summary>A run of revisions, or a comparison of models and database, that cannot go on.</summary>
public sealed class MigrationException : RetortException
{
    private MigrationException(string code, string message, string? hint = null, Exception? inner = null)
        : base(code, message, hint, inner) { }

    internal static MigrationException NoDowngrade(Type migration) =>
        new(
            "RT0711",
            $"The revision {migration.Name} has no way back: it does not override Downgrade. Nothing of it was undone.",
            "Override Downgrade in its file, or stop above it."
        );

    internal static MigrationException SeveralEnvironments(IEnumerable<Type> classes) =>
        new(
            "RT0712",
            $"Several classes derive from MigrationEnvironment: {string.Join(", ", classes.Select(each => each.FullName))}.",
            "Keep one of them."
        );
}
