namespace Retort.Migrations;

/// <summary>CREATE TABLE with columns and constraints; indexes are operations of their own.</summary>
public sealed record CreateTableOp(Table Table) : Operation
{
    /// <summary>Whether a table of the name that is there already is left as it is.</summary>
    public bool IfNotExists { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() => new DropTableOp(Table.FullName) { Dropped = Table, IfExists = IfNotExists };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => SchemaCreation.Of(Table, IfNotExists);

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.CallInLines(
            "CreateTable",
            [CSharp.Of(Table.FullName), CSharp.Flag("ifNotExists", IfNotExists), .. TableElements.Of(Table)]
        );
}

/// <summary>DROP TABLE, with all its rows and indexes.</summary>
public sealed record DropTableOp(TableName Table) : Operation
{
    /// <summary>The table as it is before; null where nobody said.</summary>
    public Table? Dropped { get; init; }

    /// <summary>Whether it is no error that there is none.</summary>
    public bool IfExists { get; init; }

    /// <inheritdoc />
    public override string? Destroys => $"table '{Table}' with all its rows";

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } table
            ? new CreateTableOp(table) { IfNotExists = IfExists }
            : throw new IrreversibleOperationException(this, "it does not say which columns the table has");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropTable(Table) { IfExists = IfExists }];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("DropTable", CSharp.Of(Table), CSharp.Flag("ifExists", IfExists));
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

        /// <summary>Creates a table where there is none of its name.</summary>
        /// <param name="name">The table's name.</param>
        /// <param name="ifNotExists">Whether a table of the name that is there already is left as it is, whatever it looks like.</param>
        /// <param name="elements">Columns, in order, and constraints.</param>
        /// <exception cref="SchemaException">Two columns have one name, or a constraint names a column that is not there.</exception>
        public void CreateTable(TableName name, bool ifNotExists, params IEnumerable<ITableElement> elements) =>
            op.Add(new CreateTableOp(new Table(name, elements)) { IfNotExists = ifNotExists });

        /// <summary>Drops a table with all its rows and indexes.</summary>
        /// <param name="name">The table.</param>
        /// <param name="ifExists">Whether it is no error that there is none.</param>
        public void DropTable(TableName name, bool ifExists = false) =>
            op.Add(new DropTableOp(name) { IfExists = ifExists });
    }
}
