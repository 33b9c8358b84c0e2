namespace Retort;

public abstract partial class DdlCompiler
{
    /// <summary>UPDATE or DELETE.</summary>
    protected virtual void ChangeRows(SqlWriter writer, ChangeRows change)
    {
        if (change.Set is { } set)
            writer.Write($"UPDATE {change.Table} SET {new RawSql(set)}");
        else
            writer.Write($"DELETE FROM {change.Table}");
        if (change.Where is { } where)
            writer.Write($" WHERE {new RawSql(where)}");
    }

    /// <summary>INSERT of several rows.</summary>
    protected virtual void InsertRows(SqlWriter writer, InsertRows insert)
    {
        writer.Write($"INSERT INTO {insert.Table} ");
        Columns(writer, insert.Columns);
        writer.Write(" VALUES ");
        writer.List(
            insert.Rows,
            row =>
            {
                writer.Write("(");
                writer.List(row, writer.Literal);
                writer.Write(")");
            }
        );
    }

    /// <summary>SQL as it was written, with its values as literals.</summary>
    protected virtual void ExecuteSql(SqlWriter writer, ExecuteSql execute)
    {
        writer.Write(new RawSql(execute.Texts[0]));
        for (var i = 0; i < execute.Values.Count; i++)
        {
            writer.LiteralOperand(execute.Values[i]);
            writer.Write(new RawSql(execute.Texts[i + 1]));
        }
    }
}
