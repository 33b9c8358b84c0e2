using System.Runtime.CompilerServices;

namespace Retort.Migrations;

/// <summary>The verbs of <c>op.BatchAlterTable</c>: those on <see cref="Operations"/> that change a table, without its name.</summary>
/// <param name="table">The table.</param>
public sealed class BatchOperations(TableName table)
{
    private readonly Operations _op = new();

    /// <summary>The changes, in order.</summary>
    public IReadOnlyList<Operation> Steps => _op.Steps;

    /// <summary>Adds an operation on the table: a verb of a kind of your own is an extension method that calls this.</summary>
    public void Add(Operation operation) => _op.Add(operation);

    /// <inheritdoc cref="AddColumnOp" />
    public void AddColumn(Column column, ServerDefault fill = default, bool ifNotExists = false) =>
        _op.AddColumn(table, column, fill, ifNotExists);

    /// <inheritdoc cref="DropColumnOp" />
    public void DropColumn(string column, bool ifExists = false) => _op.DropColumn(table, column, ifExists);

    /// <inheritdoc cref="RenameColumnOp" />
    public void RenameColumn(string column, string newName) => _op.RenameColumn(table, column, newName);

    /// <inheritdoc cref="AlterColumnOp" />
    public void AlterColumn(
        string column,
        SqlType? type = null,
        bool? nullable = null,
        ServerDefault serverDefault = default,
        string? collation = null,
        Identity? identity = null,
        string? @using = null,
        ServerDefault fill = default,
        SqlType? existingType = null,
        bool? existingNullable = null,
        ServerDefault existingServerDefault = default,
        string? existingCollation = null,
        Identity? existingIdentity = null
    ) =>
        _op.AlterColumn(
            table,
            column,
            type,
            nullable,
            serverDefault,
            collation,
            identity,
            @using,
            fill,
            existingType,
            existingNullable,
            existingServerDefault,
            existingCollation,
            existingIdentity
        );

    /// <inheritdoc cref="CreatePrimaryKeyOp" />
    public void CreatePrimaryKey(string name, ColumnNames columns) => _op.CreatePrimaryKey(name, table, columns);

    /// <inheritdoc cref="CreateUniqueConstraintOp" />
    public void CreateUniqueConstraint(string name, ColumnNames columns) =>
        _op.CreateUniqueConstraint(name, table, columns);

    /// <inheritdoc cref="CreateCheckConstraintOp" />
    public void CreateCheckConstraint(string name, string sql) => _op.CreateCheckConstraint(name, table, sql);

    /// <inheritdoc cref="CreateForeignKeyOp" />
    public void CreateForeignKey(
        string name,
        TableName references,
        ColumnNames columns,
        ColumnNames referencedColumns,
        ReferentialAction onDelete = ReferentialAction.NoAction,
        ReferentialAction onUpdate = ReferentialAction.NoAction
    ) => _op.CreateForeignKey(name, table, references, columns, referencedColumns, onDelete, onUpdate);

    /// <inheritdoc cref="CreateConstraintOp" />
    public void AddConstraint(Constraint constraint) => _op.AddConstraint(table, constraint);

    /// <inheritdoc cref="DropConstraintOp" />
    public void DropConstraint(string name) => _op.DropConstraint(name, table);

    /// <inheritdoc cref="RenameConstraintOp" />
    public void RenameConstraint(string name, string newName) => _op.RenameConstraint(name, table, newName);

    /// <inheritdoc cref="CreateIndexOp" />
    public void CreateIndex(
        string name,
        ValueList<IndexElement> elements,
        bool unique = false,
        string? where = null,
        string? method = null,
        ValueList<string> include = default,
        bool nullsNotDistinct = false,
        string? storage = null,
        string? tablespace = null,
        string? comment = null,
        bool concurrently = false,
        bool ifNotExists = false
    ) =>
        _op.CreateIndex(
            name,
            table,
            elements,
            unique,
            where,
            method,
            include,
            nullsNotDistinct,
            storage,
            tablespace,
            comment,
            concurrently,
            ifNotExists
        );

    /// <inheritdoc cref="DropIndexOp" />
    public void DropIndex(string name, bool concurrently = false, bool ifExists = false) =>
        _op.DropIndex(name, table, concurrently, ifExists);

    /// <inheritdoc cref="RenameIndexOp" />
    public void RenameIndex(string name, string newName) => _op.RenameIndex(name, table, newName);

    /// <inheritdoc cref="SetCommentOp" />
    public void SetComment(
        string? text,
        string? column = null,
        string? constraint = null,
        string? index = null,
        string? existing = null
    ) => _op.SetComment(table, text, column, constraint, index, existing);

    /// <inheritdoc cref="SetTableOptionsOp" />
    public void SetTableOptions(string? options, string? existing = null) =>
        _op.SetTableOptions(table, options, existing);

    /// <inheritdoc cref="ExecuteOp" />
    public void Execute(string sql) => _op.Execute(sql);

    /// <inheritdoc cref="ExecuteOp" />
    [OverloadResolutionPriority(1)]
    public void Execute(SqlWithValues sql) => _op.Execute(sql);
}
