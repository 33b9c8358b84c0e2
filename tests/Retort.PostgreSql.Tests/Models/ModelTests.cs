using Shared;

namespace Retort.PostgreSql.Tests.Models;

/// <summary>What attributes say, on PostgreSQL.</summary>
public sealed class PostgreSqlArticleTests : ArticleTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Every scalar, on PostgreSQL.</summary>
public sealed class PostgreSqlScalarTests : Shared.ScalarTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}
