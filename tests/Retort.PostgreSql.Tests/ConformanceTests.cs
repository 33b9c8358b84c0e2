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

/// <summary>Types of its own, arrays and times on any clock, on PostgreSQL.</summary>
public sealed class PostgreSqlSpecialTests : Shared.SpecialTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Classes in JSON, values set at updates, on PostgreSQL.</summary>
public sealed class PostgreSqlDocumentTests : Shared.DocumentTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Tables without classes, on PostgreSQL.</summary>
public sealed class PostgreSqlTableTests : Shared.TableTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Renames, on PostgreSQL.</summary>
public sealed class PostgreSqlRenameTests : RenameTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Operations, on this database.</summary>
public sealed class PostgreSqlOperationTests : OperationTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>SQL of the user's own, on this database.</summary>
public sealed class PostgreSqlExecuteTests : ExecuteTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose()
    {
        base.Dispose();
        _database.Dispose();
    }
}

/// <summary>Code, batches and what runs outside of a transaction, on this database.</summary>
public sealed class PostgreSqlPartTests : PartTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Limits, on PostgreSQL.</summary>
public sealed class PostgreSqlLimitTests : LimitTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Version rows without runs, on this database.</summary>
public sealed class PostgreSqlHalfDoneTests : HalfDoneTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose()
    {
        _database.Dispose();
        base.Dispose();
    }
}

public sealed class PostgreSqlStampTests : StampTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose()
    {
        _database.Dispose();
        base.Dispose();
    }
}

/// <summary>Transactions of a run, on this database.</summary>
public sealed class PostgreSqlTransactionTests : TransactionTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Merges that are tried, on this database.</summary>
public sealed class PostgreSqlMergeTests : MergeTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose()
    {
        _database.Dispose();
        base.Dispose();
    }
}

/// <summary>Revisions that go, on this database.</summary>
public sealed class PostgreSqlDeleteTests : DeleteTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose()
    {
        _database.Dispose();
        base.Dispose();
    }
}

/// <summary>Databases that are taken over, on this database.</summary>
public sealed class PostgreSqlBaselineTests : BaselineTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose()
    {
        _database.Dispose();
        base.Dispose();
    }
}
