using System.Collections.Immutable;
using System.Diagnostics;

namespace Retort;

/// <summary>Turns statements into SQL: one method a statement or clause here, one a node in the other part. A database overrides by name.</summary>
/// <remarks>An instance compiles one statement.</remarks>
public partial class SqlCompiler(SqlSyntax syntax, TypeMap types)
{
    private readonly List<Source> _sources = [];
    private bool _aliased;

    /// <summary>Where the SQL goes.</summary>
    protected SqlWriter Writer { get; private set; } = new(syntax, types);

    /// <summary>The compiler, with values as literals in the text instead of parameters.</summary>
    internal SqlCompiler WithLiterals()
    {
        Writer = new SqlWriter(syntax, types) { WritesLiterals = true };
        return this;
    }

    /// <summary>The SQL of a SELECT.</summary>
    public CompiledSql Compile(SelectStatement select)
    {
        Select(select);
        return Writer.Finish();
    }

    /// <summary>The SQL of a command.</summary>
    public CompiledSql Compile(Command command)
    {
        switch (command)
        {
            case InsertStatement insert:
                Insert(insert);
                break;
            case UpdateStatement update:
                Update(update);
                break;
            case DeleteStatement delete:
                Delete(delete);
                break;
            default:
                throw new UnreachableException();
        }
        return Writer.Finish();
    }

    /// <summary>The clauses of SELECT, in order.</summary>
    protected virtual void Select(SelectStatement select)
    {
        _aliased = true;
        Writer.Write("SELECT ");
        Writer.List(select.Columns, Selected);
        From(select);
        Where(select.Where);
        OrderBy(select);
        Limit(select);
    }

    /// <summary>FROM.</summary>
    protected virtual void From(SelectStatement select) =>
        Writer.Write($" FROM {select.From.Table} AS {Alias(select.From)}");

    /// <summary>WHERE: all conditions.</summary>
    protected virtual void Where(IReadOnlyList<SqlNode> conditions)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            Writer.Write(new RawSql(i == 0 ? " WHERE " : " AND "));
            if (conditions.Count == 1)
                Visit(conditions[i]);
            else
                Operand(conditions[i], BinaryOperator.And);
        }
    }

    /// <summary>ORDER BY.</summary>
    protected virtual void OrderBy(SelectStatement select)
    {
        if (select.OrderBy.IsEmpty)
            return;
        Writer.Write(" ORDER BY ");
        Writer.List(select.OrderBy, Order);
    }

    /// <summary>LIMIT and OFFSET; numbers are parameters, so that pages share one text.</summary>
    protected virtual void Limit(SelectStatement select)
    {
        if (select.Limit is { } limit)
        {
            Writer.Write(" LIMIT ");
            Writer.Bind(new ParameterNode((long)limit, null));
        }
        else if (select.Offset is not null && syntax.LimitAll is { } all)
            Writer.Write($" LIMIT {new RawSql(all)}");
        if (select.Offset is { } offset)
        {
            Writer.Write(" OFFSET ");
            Writer.Bind(new ParameterNode((long)offset, null));
        }
    }

    /// <summary>INSERT of one row.</summary>
    protected virtual void Insert(InsertStatement insert)
    {
        Writer.Write($"INSERT INTO {insert.Into.Table}");
        Values(insert);
        Returning(insert.Returning);
    }

    /// <summary>The columns and values of INSERT.</summary>
    protected virtual void Values(InsertStatement insert)
    {
        if (insert.Set.IsEmpty)
        {
            Writer.Write(" DEFAULT VALUES");
            return;
        }
        Writer.Write(" (");
        Writer.Names(insert.Set.Select(each => each.Column.Column.Name));
        Writer.Write(") VALUES (");
        Writer.List(insert.Set, each => Visit(each.Value));
        Writer.Write(")");
    }

    /// <summary>RETURNING.</summary>
    protected virtual void Returning(ImmutableArray<ColumnNode> columns)
    {
        if (columns.IsEmpty)
            return;
        Writer.Write(" RETURNING ");
        Writer.List(columns, Selected);
    }

    /// <summary>UPDATE. A column that has a value for updates gets it where the statement sets it to none.</summary>
    /// <exception cref="ArgumentException">Nothing is set.</exception>
    protected virtual void Update(UpdateStatement update)
    {
        if (update.Set.IsEmpty)
            throw new ArgumentException(
                $"The UPDATE of '{update.Table.Table.Name}' sets no column: add .Set(h => h.Column, value)."
            );
        Writer.Write($"UPDATE {update.Table.Table} SET ");
        Writer.List([.. update.Set, .. Implied(update)], Assign);
        Where(update.Where);
        Returning(update.Returning);
    }

    /// <summary>DELETE.</summary>
    protected virtual void Delete(DeleteStatement delete)
    {
        Writer.Write($"DELETE FROM {delete.From.Table}");
        Where(delete.Where);
    }

    /// <summary>An expression whose value is read, in a form that the driver has.</summary>
    private void Selected(SqlNode node)
    {
        if (node.Type is not { } type || types.ReadForm(type) is not { } form)
        {
            Visit(node);
            return;
        }
        Writer.Write("CAST(");
        Visit(node);
        Writer.Write($" AS {form})");
    }

    private static IEnumerable<Assignment> Implied(UpdateStatement update)
    {
        foreach (var column in update.Table.Table.Columns)
            if (column.UpdateValue is { } value && !update.Set.Any(each => each.Column.Column.Name == column.Name))
                yield return new Assignment(new ColumnNode(update.Table, column), new ServerValueNode(value));
    }

    private void Assign(Assignment assignment)
    {
        Writer.Write($"{new Name(assignment.Column.Column.Name)} = ");
        Visit(assignment.Value);
    }

    private void Order(Term term)
    {
        Visit(term.Node);
        if (term.Descending)
            Writer.Write(" DESC");
    }

    private Name Alias(Source source)
    {
        var index = _sources.IndexOf(source);
        if (index < 0)
        {
            index = _sources.Count;
            _sources.Add(source);
        }
        return new Name($"{char.ToLowerInvariant(source.Table.Name[0])}{index}");
    }
}
