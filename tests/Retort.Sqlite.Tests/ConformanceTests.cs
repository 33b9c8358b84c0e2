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

/// <summary>Types of its own, arrays and times on any clock, on SQLite.</summary>
public sealed class SqliteSpecialTests : Shared.SpecialTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Classes in JSON, values set at updates, on SQLite.</summary>
public sealed class SqliteDocumentTests : Shared.DocumentTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Tables without classes, on SQLite.</summary>
public sealed class SqliteTableTests : Shared.TableTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Renames, on SQLite.</summary>
public sealed class SqliteRenameTests : RenameTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Operations, on this database.</summary>
public sealed class SqliteOperationTests : OperationTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>SQL of the user's own, on this database.</summary>
public sealed class SqliteExecuteTests : ExecuteTests
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
public sealed class SqlitePartTests : PartTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Limits, on SQLite.</summary>
public sealed class SqliteLimitTests : LimitTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

/// <summary>Version rows without runs, on this database.</summary>
public sealed class SqliteHalfDoneTests : HalfDoneTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose()
    {
        _database.Dispose();
        base.Dispose();
    }
}

public sealed class SqliteStampTests : StampTests
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
public sealed class SqliteTransactionTests : TransactionTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose() => _database.Dispose();
}

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

/// <summary>Revisions that go, on this database.</summary>
public sealed class SqliteDeleteTests : DeleteTests
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
public sealed class SqliteBaselineTests : BaselineTests
{
    private readonly TempDatabase _database = new();

    protected override Engine Engine => _database.Engine;

    public override void Dispose()
    {
        _database.Dispose();
        base.Dispose();
    }
}
