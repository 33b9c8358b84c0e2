using Retort;
using Retort.Migrations;

namespace Shared;

/// <summary>What autogenerate finds between a database and models, and what a migration does with it.</summary>
public static class Steps
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Compares, with the renames that are asked for and those that the models tell.</summary>
    public static async Task<AutogenerateResult> FindAsync(
        Engine engine,
        MetaData declared,
        IReadOnlyList<string>? flags = null,
        IReadOnlyList<Comparer>? comparers = null
    )
    {
        await using var connection = await engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var found = await connection.Inspector.ReadAsync(cancellationToken: Cancellation);
        var renamed = RenamedSchema.Of(declared, found, engine.Dialect.Syntax, flags);
        var norms = await engine.Dialect.NormsAsync(connection.QueryAsync, declared, renamed.Schema, Cancellation);
        return Autogenerator.Compare(
            declared,
            renamed.Schema,
            engine.Dialect,
            norms,
            new() { Comparers = comparers ?? Comparers.All, Renames = renamed.Renames }
        );
    }

    /// <summary>Runs operations as a migration does.</summary>
    public static async Task RunAsync(Engine engine, IEnumerable<Operation> operations)
    {
        await using var connection = await engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        await new MigrationContext(connection, new MigrationOptions()).RunAsync(operations, Cancellation);
    }
}
