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
    private readonly HashSet<TableName> _new;

    private readonly List<Operation> _result = [];
    private readonly List<Fill> _fills = [];
    private readonly List<Operation> _checks = [];
    private readonly List<Operation> _validations = [];
    private readonly List<Operation> _notNulls = [];
    private readonly List<Operation> _drops = [];
    private readonly List<Operation> _indexes = [];
    private readonly List<Operation> _uniques = [];

    private NonBlocking(IReadOnlyList<Operation> operations, MetaData there, Dialect dialect)
    {
        (_operations, _there, _dialect) = (operations, there, dialect);
        _new = [.. operations.OfType<CreateTableOp>().Select(create => create.Table.FullName)];
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
    public static IReadOnlyList<Operation> Of(IReadOnlyList<Operation> operations, MetaData there, Dialect dialect)
    {
        var forms = new NonBlocking(operations, there, dialect);
        for (var at = 0; at < operations.Count; at++)
        {
            if (IsRename(operations[at]))
                forms.EndWaiting();
            forms._result.AddRange(forms.InTransaction(operations[at], at));
        }
        forms.EndWaiting();
        return forms._result;
    }

    /// <summary>What remains of an operation in its place; what can wait is noted down.</summary>
    private IEnumerable<Operation> InTransaction(Operation operation, int at) =>
        operation switch
        {
            DropIndexOp drop when IsThere(drop.Table) && CanWait(drop, at) => Wait(
                _drops,
                drop with
                {
                    Concurrently = true,
                }
            ),
            CreateIndexOp create when IsThere(create.Table) && !IsReferredTo(create) => Wait(
                _indexes,
                create with
                {
                    Concurrently = true,
                }
            ),
            CreateUniqueConstraintOp unique when IsThere(unique.Table) && !IsReferredTo(unique) => WaitFor(unique),
            AddConstraintOp { Added: ForeignKeyConstraint { NotValid: false } key } add when IsThere(add.Table) =>
                Unvalidated(add.Table, key with { NotValid = true }),
            AddConstraintOp { Added: CheckConstraint { NotValid: false } check } add when IsThere(add.Table) =>
                Unvalidated(add.Table, check with { NotValid = true }),
            AlterColumnOp alter when MakesNotNull(alter) && IsThere(alter.Table) => NotNull(alter),
            _ => [operation],
        };

    private static IEnumerable<Operation> Wait(List<Operation> waiting, Operation operation)
    {
        waiting.Add(operation);
        return [];
    }

    /// <summary>A unique constraint takes over an index that is built before.</summary>
    private IEnumerable<Operation> WaitFor(CreateUniqueConstraintOp unique)
    {
        var name = unique.Constraint.Name!;
        var index = TableIndex.On(name, [.. unique.Constraint.Columns]) with { Unique = true };
        _indexes.Add(new CreateIndexOp(unique.Table, index) { Concurrently = true });
        return Wait(_uniques, unique with { UsingIndex = name });
    }

    private IEnumerable<Operation> Unvalidated(TableName table, Constraint constraint)
    {
        _validations.Add(new ValidateConstraintOp(table, constraint.Name!));
        return [AddConstraintOp.Of(table, constraint)];
    }

    /// <summary>
    /// Rows are filled first, or a writer who leaves a row's NULL alone would be refused; then a check keeps new ones out, and, validated,
    /// spares the table the lock in which SET NOT NULL would look at all rows.
    /// </summary>
    private IEnumerable<Operation> NotNull(AlterColumnOp alter)
    {
        if (alter.Fill.Exists)
        {
            if (KeyOf(alter.Table) is not { } key)
                return [alter];
            _fills.Add(new Fill(alter.Table, key, alter.Column, ValueOf(alter)));
        }
        var column = _dialect.Syntax.Quote(alter.Column);
        var check = NamingConvention.Cut($"ck_{alter.Table.Name}_{alter.Column}_not_null");
        _checks.Add(
            new CreateCheckConstraintOp(
                alter.Table,
                new CheckConstraint(check, $"{column} IS NOT NULL") { NotValid = true }
            )
        );
        _validations.Add(new ValidateConstraintOp(alter.Table, check));
        _notNulls.Add(
            new AlterColumnOp(alter.Table, alter.Column)
            {
                Nullable = false,
                ExistingType = alter.ExistingType,
                ExistingNullable = alter.ExistingNullable,
            }
        );
        _notNulls.Add(new DropConstraintOp(alter.Table, check));
        return alter.ServerDefault.IsSet
            ? [alter with { Nullable = null, ExistingNullable = null, Fill = default }]
            : [];
    }

    /// <summary>Writes down what waits, in the order in which each finds what it needs.</summary>
    private void EndWaiting()
    {
        _result.AddRange(
            _fills
                .GroupBy(fill => (fill.Table, fill.Key))
                .Select(fills => InBatches(fills.Key.Table, fills.Key.Key, [.. fills]))
        );
        foreach (var waiting in (List<Operation>[])[_checks, _validations, _notNulls, _drops, _indexes, _uniques])
        {
            _result.AddRange(waiting);
            waiting.Clear();
        }
        _fills.Clear();
    }

    /// <summary>All columns of a table at once: a row is to have no NULL left where the checks come.</summary>
    private UpdateInBatchesOp InBatches(TableName table, string key, IReadOnlyList<Fill> fills)
    {
        var columns = fills.Select(fill => (Name: _dialect.Syntax.Quote(fill.Column), fill.Value)).ToList();
        var set = columns is [var only]
            ? $"{only.Name} = {only.Value}"
            : string.Join(", ", columns.Select(each => $"{each.Name} = coalesce({each.Name}, {each.Value})"));
        return new UpdateInBatchesOp(table, key, set)
        {
            Where = string.Join(" OR ", columns.Select(each => $"{each.Name} IS NULL")),
        };
    }

    private string ValueOf(AlterColumnOp alter) =>
        _dialect.Ddl.DefaultOf(
            new Column(alter.Column, alter.ExistingType ?? new UnknownType("")) { ServerDefault = alter.Fill }
        ) ?? "NULL";

    private static bool IsRename(Operation operation) => operation is RenameTableOp or RenameColumnOp;

    /// <summary>Whether a table is there before the revision. An index of a partitioned one cannot be built concurrently.</summary>
    private bool IsThere(TableName table) =>
        !_new.Contains(table)
        && _there.Find(table) is { } found
        && found.Options?.Contains("PARTITION BY", StringComparison.Ordinal) is not true
        && !_operations.Any(each => each is DropTableOp drop && drop.Table == table);

    /// <summary>Whether a foreign key of the revision refers to what the index or the constraint makes unique.</summary>
    private bool IsReferredTo(CreateIndexOp create) => create.Index.Unique && IsReferredTo(create.Table);

    private bool IsReferredTo(CreateUniqueConstraintOp unique) => IsReferredTo(unique.Table);

    private bool IsReferredTo(TableName table) => Keys().Any(key => key.Table == table);

    private IEnumerable<ForeignKeyConstraint> Keys() =>
        _operations.SelectMany(each =>
            each switch
            {
                AddConstraintOp { Added: ForeignKeyConstraint key } => [key],
                CreateTableOp create => create.Table.ForeignKeys,
                _ => Enumerable.Empty<ForeignKeyConstraint>(),
            }
        );

    /// <summary>Whether NOT NULL is all that changes, but for a default, and nothing in the revision needs it at once.</summary>
    private bool MakesNotNull(AlterColumnOp alter) =>
        alter is { Nullable: false, Type: null, Collation: null, Identity: null }
        && !_operations.Any(each =>
            each is AddConstraintOp { Added: PrimaryKeyConstraint } key && key.Table == alter.Table
            || each is AddColumnOp { Column.Computed: not null } computed && computed.Table == alter.Table
        );

    /// <summary>The column by which a table can be gone through; null where there is none, or it does not stay as it is.</summary>
    private string? KeyOf(TableName table) =>
        _there.Find(table)?.PrimaryKey is { Columns: [var only] } key
        && !_operations.Any(each =>
            each switch
            {
                DropConstraintOp drop => drop.Table == table && drop.Name == key.Name,
                DropColumnOp drop => drop.Table == table && drop.Column == only,
                AlterColumnOp alter => alter.Table == table && alter.Column == only,
                _ => false,
            }
        )
            ? only
            : null;

    /// <summary>Whether an index can go last: nothing behind it takes its name, or what it stands on.</summary>
    private bool CanWait(DropIndexOp drop, int at)
    {
        var later = _operations.Skip(at + 1).TakeWhile(each => !IsRename(each)).ToList();
        return !later.Any(each => Disturbs(each, drop.Table) || each is DropEnumOp or DropCarriedOp)
            && !later.Any(each => !WaitsToo(each) && each.ToString().Contains(drop.Name, StringComparison.Ordinal));
    }

    private bool WaitsToo(Operation operation) =>
        operation is CreateIndexOp create && IsThere(create.Table) && !IsReferredTo(create)
        || operation is CreateUniqueConstraintOp unique && IsThere(unique.Table) && !IsReferredTo(unique);

    private static bool Disturbs(Operation operation, TableName table) =>
        operation switch
        {
            DropColumnOp drop => drop.Table == table,
            AlterColumnOp { Type: not null } or AlterColumnOp { Collation: not null } => (
                (AlterColumnOp)operation
            ).Table == table,
            _ => false,
        };

    /// <summary>What rows get that are NULL in a column.</summary>
    private sealed record Fill(TableName Table, string Key, string Column, string Value);
}
