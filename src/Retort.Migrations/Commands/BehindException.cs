namespace Retort.Migrations;

/// <summary>Models and database cannot be compared yet.</summary>
public sealed class BehindException : RetortException
{
    private BehindException(string code, string message, string hint)
        : base(code, message, hint) { }

    internal static BehindException Missing(Engine engine, IReadOnlyList<Revision> missing) =>
        new(
            "RT0722",
            $"The database is not up to date: {engine.Description} has not {string.Join(", ", missing.Select(revision => revision.Id))}. Nothing was written.",
            "Type `retort upgrade head`, then run the command again."
        );

    internal static BehindException NoEnvironment(string folder) =>
        new(
            "RT0723",
            $"No class of the project derives from MigrationEnvironment, so nothing says which models belong to {folder}.",
            "Type `retort init`, which writes Env.cs, and build the project."
        );
}
