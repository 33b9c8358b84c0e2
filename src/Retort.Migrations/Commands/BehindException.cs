namespace Retort.Migrations;

/// <summary>Models and database cannot be compared yet.</summary>
public sealed class BehindException : RetortException
{
    private BehindException(string code, string message, string hint)
        : base(code, message, hint) { }

    /// <summary>The ids of revisions that the database has not, in the order in which they are applied.</summary>
    public IReadOnlyList<string> Pending { get; private init; } = [];

    internal static BehindException Missing(Engine engine, IReadOnlyList<Revision> missing) =>
        new(
            "RT0722",
            $"The database is not up to date: {engine.Description} has not {Listed(missing.Select(revision => revision.Id))}. Nothing was written.",
            "Type `retort upgrade heads`, then run the command again."
        )
        {
            Pending = [.. missing.Select(revision => revision.Id)],
        };

    internal static BehindException NoEnvironment(string folder, string? section) =>
        new(
            "RT0723",
            $"The project has no environment class {(section is null ? "" : $"with [Section(\"{section}\")] ")}that can be used, so nothing says which models belong to {folder}. It derives from MigrationEnvironment and has a constructor without parameters, internal or public.",
            section is null
                ? "Type `retort init`, which writes Env.cs, and build the project. For a history of a section, pass --name."
                : $"Write one: [Section(\"{section}\")] class with TargetMetaData, as Env.cs has it, and build the project."
        );

    internal static BehindException NotVersioned(Engine engine, IReadOnlyList<Table> tables) =>
        new(
            "RT0725",
            $"{engine.Description} has tables, and no version table that would say which revisions made them: {Listed(tables.Select(table => table.ToString()))}. Nothing was written.",
            "Type `retort init --baseline` to take the database over as it is, or `retort stamp REVISION` where revisions say what it has. Or compare with a database that revisions made, or an empty one: pass its --url. Tables that CreateAll made in development can be dropped first; for tables that never belong to this project, override Include in the environment class."
        );

    private static string Listed(IEnumerable<string> names)
    {
        const int Most = 5;
        var all = names.ToList();
        return string.Join(", ", all.Take(Most)) + (all.Count > Most ? $" and {all.Count - Most} more" : "");
    }
}
