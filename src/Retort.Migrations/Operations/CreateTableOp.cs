namespace Retort.Migrations;

/// <summary>CREATE TABLE with columns and constraints; indexes are operations of their own.</summary>
public sealed record CreateTableOp(Table Table) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new DropTableOp(Table.FullName) { Dropped = Table };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => SchemaCreation.Of(Table);

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.CallInLines("CreateTable", [CSharp.Of(Table.FullName), .. TableElements.Of(Table)]);
}

/// <summary>DROP TABLE, with all its rows and indexes.</summary>
public sealed record DropTableOp(TableName Table) : Operation
{
    /// <summary>The table as it is before; null where nobody said.</summary>
    public Table? Dropped { get; init; }

    /// <inheritdoc />
    public override string? Destroys => $"table '{Table}' with all its rows";

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } table
            ? new CreateTableOp(table)
            : throw new IrreversibleOperationException(this, "it does not say which columns the table has");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropTable(Table)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => writer.Call("DropTable", CSharp.Of(Table));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateTableVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates a table.</summary>
        /// <param name="name">The table's name; one in another schema is <c>InSchema("schema", "name")</c>.</param>
        /// <param name="elements">Columns, in order, and constraints.</param>
        /// <exception cref="SchemaException">Two columns have one name, or a constraint names a column that is not there.</exception>
        public void CreateTable(TableName name, params IEnumerable<ITableElement> elements) =>
            op.Add(new CreateTableOp(new Table(name, elements)));

        /// <summary>Drops a table with all its rows and indexes.</summary>
        public void DropTable(TableName name) => op.Add(new DropTableOp(name));
    }
}
