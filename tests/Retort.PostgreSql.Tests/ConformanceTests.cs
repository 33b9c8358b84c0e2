using Shared;

namespace Retort.PostgreSql.Tests;

/// <summary>A session, on this database.</summary>
public sealed class PostgreSqlSessionTests : SessionTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Revisions, on this database.</summary>
public sealed class PostgreSqlMigrationTests : MigrationTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}
