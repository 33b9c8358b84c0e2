namespace Retort.Migrations;

/// <summary>
/// The forms of operations that keep nobody waiting who writes: indexes concurrently, constraints as not valid and validated later,
/// NOT NULL by a check that is validated before, rows filled in batches. Only for tables that are there, and where the database can.
/// </summary>
/// <remarks>
/// What runs outside of the transaction waits until all else is done, so that the revision has as few parts as can be; never beyond a rename,
/// behind which names are others. What something else in the revision needs at once stays as it is.
/// </remarks>
internal sealed class NonBlocking
{
    private readonly Dialect _dialect;
    private readonly MetaData _there;
    private readonly IReadOnlyList<Operation> _operations;
    private readonly HashSet<TableName> _comeOrGo;
    private readonly HashSet<TableName> _referredTo;
    private readonly WaitingOperations _waiting;

    private NonBlocking(IReadOnlyList<Operation> operations, MetaData there, Dialect dialect)
    {
        (_operations, _there, _dialect) = (operations, there, dialect);
        _waiting = new WaitingOperations(dialect);
        _comeOrGo =
        [
            .. operations.OfType<CreateTableOp>().Select(create => create.Table.FullName),
            .. operations.OfType<DropTableOp>().Select(drop => drop.Table),
        ];
        _referredTo =
        [
            .. operations
                .OfType<CreateTableOp>()
                .SelectMany(create => create.Table.ForeignKeys)
                .Select(key => key.Table),
            .. operations
                .OfType<AddConstraintOp>()
                .Select(add => add.Added)
                .OfType<ForeignKeyConstraint>()
                .Select(key => key.Table),
        ];
    }

    /// <summary>Both ways of a revision in these forms.</summary>
    public static AutogenerateResult Of(AutogenerateResult changes, Dialect dialect) =>
        dialect.Syntax.OnlineDdl
            ? changes with
            {
                Upgrade = Of(changes.Upgrade, changes.Found, dialect),
                Downgrade = Of(changes.Downgrade, changes.Declared, dialect),
            }
            : changes;

    /// <summary>Operations in these forms.</summary>
    /// <param name="operations">The operations, in order.</param>
    /// <param name="there">The schema before them, with the names that they use.</param>
    /// <param name="dialect">The kind of database.</param>
    private static IReadOnlyList<Operation> Of(IReadOnlyList<Operation> operations, MetaData there, Dialect dialect) =>
        [.. new NonBlocking(operations, there, dialect).Forms()];

    private IEnumerable<Operation> Forms()
    {
        for (var at = 0; at < _operations.Count; at++)
        {
            if (IsRename(_operations[at]))
                foreach (var waited in _waiting.Take())
                    yield return waited;
            if (InPlace(_operations[at], at) is { } operation)
                yield return operation;
        }
        foreach (var waited in _waiting.Take())
            yield return waited;
    }

    /// <summary>What is done in an operation's place; null: all of it waits.</summary>
    private Operation? InPlace(Operation operation, int at)
    {
        switch (operation)
        {
            case DropIndexOp drop when IsThere(drop.Table) && CanWait(drop, at):
                _waiting.Add(drop);
                return null;
            case CreateIndexOp create when CanWait(create):
                _waiting.Add(create);
                return null;
            case CreateUniqueConstraintOp unique when CanWait(unique):
                _waiting.Add(unique);
                return null;
            case AddConstraintOp { Added: ForeignKeyConstraint { NotValid: false } key } add when IsThere(add.Table):
                _waiting.AddValidation(add.Table, key.Name!);
                return AddConstraintOp.Of(add.Table, key with { NotValid = true });
            case AddConstraintOp { Added: CheckConstraint { NotValid: false } check } add when IsThere(add.Table):
                _waiting.AddValidation(add.Table, check.Name!);
                return AddConstraintOp.Of(add.Table, check with { NotValid = true });
            case AlterColumnOp alter when IsThere(alter.Table) && OnlyBecomesNotNull(alter):
                return NotNull(alter);
            default:
                return operation;
        }
    }

    /// <summary>The server default, which is there for all that comes behind it; NOT NULL waits.</summary>
    private AlterColumnOp? NotNull(AlterColumnOp alter)
    {
        if (alter.Fill.Exists)
        {
            if (KeyOf(alter.Table) is not { } key)
                return alter;
            _waiting.Add(new RowsToFill(alter.Table, key, alter.Column, ValueOf(alter)));
        }
        _waiting.AddNotNull(alter);
        return alter.ServerDefault.IsSet
            ? alter with
            {
                Nullable = null,
                ExistingNullable = null,
                Fill = default,
            }
            : null;
    }

    private string ValueOf(AlterColumnOp alter) =>
        _dialect.Ddl.DefaultOf(new Column(alter.Column, alter.ExistingType!) { ServerDefault = alter.Fill })!;

    private static bool IsRename(Operation operation) => operation is RenameTableOp or RenameColumnOp;

    /// <summary>Whether a table is there before and after. A partitioned one takes no part in this.</summary>
    private bool IsThere(TableName table) =>
        !_comeOrGo.Contains(table)
        && _there.Find(table) is { } found
        && found.Options?.Contains("PARTITION BY", StringComparison.Ordinal) is not true;

    /// <summary>Whether an index can be built last: no foreign key of the revision needs it.</summary>
    private bool CanWait(CreateIndexOp create) =>
        IsThere(create.Table) && !(create.Index.Unique && _referredTo.Contains(create.Table));

    private bool CanWait(CreateUniqueConstraintOp unique) =>
        IsThere(unique.Table) && !_referredTo.Contains(unique.Table);

    /// <summary>Whether an index can go last: nothing behind it takes its name, or what it stands on.</summary>
    private bool CanWait(DropIndexOp drop, int at) =>
        !_operations
            .Skip(at + 1)
            .TakeWhile(later => !IsRename(later))
            .Any(later => TakesAway(later, drop.Table) || TakesName(later, drop.Name));

    private static bool TakesAway(Operation operation, TableName table) =>
        operation switch
        {
            DropColumnOp drop => drop.Table == table,
            AlterColumnOp { Type: null, Collation: null } => false,
            AlterColumnOp alter => alter.Table == table,
            DropEnumOp or DropCarriedOp => true,
            _ => false,
        };

    /// <summary>Indexes, constraints and tables have their names in common; what waits comes behind the index anyway.</summary>
    private bool TakesName(Operation operation, string index) =>
        operation switch
        {
            CreateIndexOp create when CanWait(create) => false,
            CreateUniqueConstraintOp unique when CanWait(unique) => false,
            _ => operation.ToString().Contains(index, StringComparison.Ordinal),
        };

    /// <summary>Whether NOT NULL is all that changes, but for a default, and nothing in the revision needs it at once.</summary>
    private bool OnlyBecomesNotNull(AlterColumnOp alter) =>
        alter is { Nullable: false, Type: null, Collation: null, Identity: null, ExistingType: not null }
        && !_operations.Any(each =>
            each is AddConstraintOp { Added: PrimaryKeyConstraint } key && key.Table == alter.Table
            || each is AddColumnOp { Column.Computed: not null } computed && computed.Table == alter.Table
        );

    /// <summary>The column by which a table can be gone through; null where there is none, or it does not stay as it is.</summary>
    private string? KeyOf(TableName table) =>
        _there.Find(table)?.PrimaryKey is { Columns: [var only] } key
        && !_operations.Any(each => Changes(each, key, table, only))
            ? only
            : null;

    private static bool Changes(Operation operation, PrimaryKeyConstraint key, TableName table, string column) =>
        operation switch
        {
            DropConstraintOp drop => drop.Table == table && drop.Name == key.Name,
            DropColumnOp drop => drop.Table == table && drop.Column == column,
            AlterColumnOp alter => alter.Table == table && alter.Column == column,
            _ => false,
        };
}
