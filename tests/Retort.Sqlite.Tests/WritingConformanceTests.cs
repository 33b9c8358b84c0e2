using Shared;

namespace Retort.Sqlite.Tests;

/// <summary>Merges that are tried, on this database.</summary>
public sealed class SqliteMergeTests : MergeTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose()
    {
        _database.Dispose();
        base.Dispose();
    }
}
