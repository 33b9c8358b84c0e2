namespace Retort.Migrations;

/// <summary>What a revision does after all that fits into its first transaction, in the order in which each finds what it needs.</summary>
/// <param name="dialect">The kind of database.</param>
internal sealed class WaitingOperations(Dialect dialect)
{
    private readonly List<RowsToFill> _fills = [];
    private readonly List<Operation> _checks = [];
    private readonly List<Operation> _validations = [];
    private readonly List<Operation> _notNulls = [];
    private readonly List<Operation> _drops = [];
    private readonly List<Operation> _indexes = [];
    private readonly List<Operation> _uniques = [];

    /// <summary>An index goes concurrently.</summary>
    public void Add(DropIndexOp drop) => _drops.Add(drop with { Concurrently = true });

    /// <summary>An index is built concurrently.</summary>
    public void Add(CreateIndexOp create) => _indexes.Add(create with { Concurrently = true });

    /// <summary>A unique constraint takes over an index that is built concurrently.</summary>
    public void Add(CreateUniqueConstraintOp unique)
    {
        var name = unique.Constraint.Name!;
        Add(
            new CreateIndexOp(unique.Table, TableIndex.On(name, [.. unique.Constraint.Columns]) with { Unique = true })
        );
        _uniques.Add(unique with { UsingIndex = name });
    }

    /// <summary>Rows are filled.</summary>
    public void Add(RowsToFill fill) => _fills.Add(fill);

    /// <summary>Rows that were there before a constraint are checked.</summary>
    public void AddValidation(TableName table, string constraint) =>
        _validations.Add(new ValidateConstraintOp(table, constraint));

    /// <summary>
    /// A column becomes NOT NULL: a check keeps new NULLs out and, validated, spares the table the lock in which SET NOT NULL would look at
    /// all rows.
    /// </summary>
    public void AddNotNull(AlterColumnOp alter)
    {
        var check = NamingConvention.Cut($"ck_{alter.Table.Name}_{alter.Column}_not_null");
        var condition = $"{dialect.Syntax.Quote(alter.Column)} IS NOT NULL";
        _checks.Add(
            new CreateCheckConstraintOp(alter.Table, new CheckConstraint(check, condition) { NotValid = true })
        );
        AddValidation(alter.Table, check);
        _notNulls.Add(
            alter with
            {
                ServerDefault = default,
                ExistingServerDefault = default,
                Fill = default,
                IsFilled = alter.Fill.Exists,
            }
        );
        _notNulls.Add(new DropConstraintOp(alter.Table, check));
    }

    /// <summary>All of it, which then waits no longer. Rows are filled before the checks: a writer who leaves a row's NULL alone would be refused.</summary>
    public IReadOnlyList<Operation> Take()
    {
        var fills = _fills.GroupBy(fill => (fill.Table, fill.Key)).Select(each => InBatches([.. each]));
        List<Operation> all =
        [
            .. fills,
            .. _checks,
            .. _validations,
            .. _notNulls,
            .. _drops,
            .. _indexes,
            .. _uniques,
        ];
        _fills.Clear();
        foreach (var waiting in (List<Operation>[])[_checks, _validations, _notNulls, _drops, _indexes, _uniques])
            waiting.Clear();
        return all;
    }

    /// <summary>All columns of a table at once: a row is to have no NULL left where the checks come.</summary>
    private UpdateInBatchesOp InBatches(IReadOnlyList<RowsToFill> fills)
    {
        var columns = fills.Select(fill => (Name: dialect.Syntax.Quote(fill.Column), fill.Value)).ToList();
        var set = columns is [var only]
            ? $"{only.Name} = {only.Value}"
            : string.Join(", ", columns.Select(each => $"{each.Name} = coalesce({each.Name}, {each.Value})"));
        return new UpdateInBatchesOp(fills[0].Table, fills[0].Key, set)
        {
            Where = string.Join(" OR ", columns.Select(each => $"{each.Name} IS NULL")),
        };
    }
}

/// <summary>What rows get that are NULL in a column.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The column by which it is gone through.</param>
/// <param name="Column">The column.</param>
/// <param name="Value">The value, in SQL.</param>
internal sealed record RowsToFill(TableName Table, string Key, string Column, string Value);
