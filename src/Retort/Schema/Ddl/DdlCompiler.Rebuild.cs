namespace Retort;

public abstract partial class DdlCompiler
{
    /// <summary>The statements of a rebuild, in order: create, copy, drop, rename, indexes, triggers.</summary>
    public IReadOnlyList<RebuildStep> Rebuild(TableRebuild rebuild) =>
        rebuild.KeepsTable ? [.. Reindex(rebuild)] : [.. Recreate(rebuild)];

    /// <summary>A SQL expression of what a table is, with all that a rebuild of it makes again: a text, and an empty one where there is none.</summary>
    /// <exception cref="NotSupportedException">No table is rebuilt here.</exception>
    public virtual string DefinitionOf(TableName table) =>
        throw new NotSupportedException($"No table is rebuilt on {syntax.Dialect}.");

    /// <summary>Indexes that differ are dropped and created.</summary>
    private IEnumerable<RebuildStep> Reindex(TableRebuild rebuild) =>
        [
            .. from index in rebuild.Before.Indexes.Except(rebuild.After.Indexes)
            select new RebuildStep(Compile(new DropIndex(rebuild.Before.FullName, index.Name!))),
            .. from index in rebuild.After.Indexes.Except(rebuild.Before.Indexes)
            select new RebuildStep(Compile(new CreateIndex(rebuild.After.FullName, index))),
        ];

    private IEnumerable<RebuildStep> Recreate(TableRebuild rebuild) =>
        [
            new(Compile(new CreateTable(rebuild.Created))),
            new(Write(writer => CopyRows(writer, rebuild)), CopiesRows: true),
            .. AfterCopy(rebuild),
            new(Compile(new DropTable(rebuild.Before.FullName))),
            .. Replace(rebuild),
            .. rebuild.After.Indexes.Select(index => new RebuildStep(
                Compile(new CreateIndex(rebuild.After.FullName, index))
            )),
            .. rebuild.Triggers.Select(sql => new RebuildStep(sql)),
        ];

    /// <summary>INSERT of the old table's rows into the new one.</summary>
    protected virtual void CopyRows(SqlWriter writer, TableRebuild rebuild)
    {
        writer.Write($"INSERT INTO {rebuild.Temporary} ");
        var filled = rebuild.Filled.Select(column => (column.Name, Value: DefaultOf(column))).ToList();
        Columns(writer, [.. rebuild.Copied, .. filled.Select(column => column.Name)]);
        writer.Write(" SELECT ");
        writer.List(
            [.. rebuild.Copied.Select(column => ValueOf(rebuild, column)), .. filled.Select(column => column.Value)],
            value => writer.Write(new RawSql(value!))
        );
        writer.Write($" FROM {rebuild.Before}");
    }

    /// <summary>What a column of the new table gets from the old row.</summary>
    private string ValueOf(TableRebuild rebuild, string column)
    {
        var value = rebuild.Values.GetValueOrDefault(column) ?? Quote(column);
        return rebuild.Fills.TryGetValue(column, out var fill)
            ? $"coalesce({value}, {DefaultExpression(Here(fill))})"
            : value;
    }

    /// <summary>What follows the copy while both tables are there.</summary>
    protected virtual IEnumerable<RebuildStep> AfterCopy(TableRebuild rebuild) => [];

    /// <summary>Gives the new table the name of the old one, which is gone.</summary>
    protected virtual IEnumerable<RebuildStep> Replace(TableRebuild rebuild) =>
        [new(Compile(new RenameTable(rebuild.Temporary, rebuild.After.Name)))];

    /// <summary>The text of a statement.</summary>
    protected string Write(Action<SqlWriter> write)
    {
        var writer = new SqlWriter(syntax, types);
        write(writer);
        return writer.ToString();
    }
}
