using Shared;

namespace Retort.Sqlite.Tests;

/// <summary>A session, on this database.</summary>
public sealed class SqliteSessionTests : SessionTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Revisions, on this database.</summary>
public sealed class SqliteMigrationTests : MigrationTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}
