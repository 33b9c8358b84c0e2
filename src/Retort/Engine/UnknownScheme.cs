namespace Retort;

/// <summary>The error of a URL whose scheme no package of the application knows.</summary>
internal static class UnknownScheme
{
    public static DatabaseUrlException Of(string scheme) =>
        new(
            "RT0310",
            $"No database for URLs that begin with '{scheme}://' is known to this application.",
            Package(scheme.ToLowerInvariant()) is { } package
                ? $"Add its package: dotnet add package {package}. Without Retort's generator, write Engine.Create(dialect, connectionString)."
                : "Write sqlite:///file.db or postgresql://user:password@host/database."
        );

    private static string? Package(string scheme) =>
        scheme switch
        {
            "sqlite" => "Retort.Sqlite",
            "postgresql" or "postgres" => "Retort.PostgreSql",
            "mysql" or "mariadb" => "Retort.MySql",
            _ => null,
        };
}
