using Shared;

namespace Retort.Sqlite.Tests.Models;

/// <summary>What attributes say, on SQLite.</summary>
public sealed class SqliteArticleTests : ArticleTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Every scalar, on SQLite.</summary>
public sealed class SqliteScalarTests : Shared.ScalarTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}
