using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Retort;

/// <summary>
/// The one place where SQL is written. What an interpolated string holds is quoted or bound by its type;
/// a plain <see cref="string"/> between the braces does not compile: it is a <see cref="Name"/>, a value or <see cref="RawSql"/>.
/// </summary>
public sealed class SqlWriter(SqlSyntax syntax, TypeMap types)
{
    private readonly StringBuilder _text = new();
    private readonly List<ParameterNode> _parameters = [];

    /// <summary>Text that stands in the SQL as it is: a keyword of ours, never a user's value.</summary>
    public void Write([ConstantExpected] string keywords) => _text.Append(keywords);

    /// <summary>Keywords, with names and other parts between the braces.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref SqlInterpolation sql) => sql.Written(this);

    /// <summary>A name, quoted where it must be.</summary>
    public void Write(Name name) => _text.Append(syntax.Quote(name.Text));

    /// <summary>A table's name, with its schema where it has one.</summary>
    public void Write(TableSource table) => Write(new TableName(table.Name, table.Schema));

    /// <summary>A table's name, with its schema where it has one.</summary>
    public void Write(TableName table)
    {
        if (table.Schema is { } schema)
        {
            Write(new Name(schema));
            _text.Append('.');
        }
        Write(new Name(table.Name));
    }

    /// <summary>A type, as this database writes it.</summary>
    public void Write(SqlType type) => _text.Append(types.Ddl(type));

    /// <summary>SQL that a user or the database's catalog wrote.</summary>
    public void Write(RawSql sql) => _text.Append(sql.Text);

    /// <summary>A number of ours.</summary>
    public void Write(int number) => _text.Append(number);

    /// <summary>Whether values stand in the text as literals: for scripts, and for people to read.</summary>
    public bool WritesLiterals { get; init; }

    /// <summary>A value as the statement's next parameter.</summary>
    public void Bind(ParameterNode parameter)
    {
        if (WritesLiterals)
        {
            LiteralOperand(parameter.Value);
            return;
        }
        _text.Append(syntax.ParameterPrefix).Append(_parameters.Count + syntax.FirstParameter);
        _parameters.Add(parameter);
    }

    /// <summary>A value as a literal.</summary>
    public void Literal(object? value) => _text.Append(types.Literal(value));

    /// <summary>A value as a literal among operators: a sign before it would make a comment of a negative number, and a cast behind it would be done first.</summary>
    public void LiteralOperand(object? value)
    {
        var literal = types.Literal(value);
        _text.Append(literal.StartsWith('-') ? $"({literal})" : literal);
    }

    /// <summary>Each item, with a comma and a space between.</summary>
    public void List<T>(IEnumerable<T> items, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                _text.Append(", ");
            first = false;
            write(item);
        }
    }

    /// <summary>Names, with commas between.</summary>
    public void Names(IEnumerable<string> names) => List(names, name => Write(new Name(name)));

    /// <summary>The statement.</summary>
    public CompiledSql Finish() => new(_text.ToString(), _parameters);

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}

/// <summary>A name in SQL: quoted where it must be.</summary>
public readonly record struct Name(string Text);

/// <summary>SQL as somebody else wrote it: a check, a default, an index expression. Never a value.</summary>
public readonly record struct RawSql(string Text);

/// <summary>The parts of an interpolated string, written by <see cref="SqlWriter"/> one after the other.</summary>
[InterpolatedStringHandler]
public readonly ref struct SqlInterpolation
{
    private readonly SqlWriter _writer;

    /// <summary>Called by the compiler; the parts go straight to the writer.</summary>
    public SqlInterpolation(int literalLength, int formattedCount, SqlWriter writer) => _writer = writer;

    /// <summary>The parts are written by now, to the writer that they were meant for.</summary>
    internal void Written(SqlWriter writer) => Debug.Assert(ReferenceEquals(writer, _writer));

    /// <summary>Keywords.</summary>
    public void AppendLiteral(string keywords) => _writer.Write(new RawSql(keywords));

    /// <summary>A name.</summary>
    public void AppendFormatted(Name name) => _writer.Write(name);

    /// <summary>A table.</summary>
    public void AppendFormatted(TableSource table) => _writer.Write(table);

    /// <summary>A table.</summary>
    public void AppendFormatted(TableName table) => _writer.Write(table);

    /// <summary>A type.</summary>
    public void AppendFormatted(SqlType type) => _writer.Write(type);

    /// <summary>SQL that somebody else wrote.</summary>
    public void AppendFormatted(RawSql sql) => _writer.Write(sql);

    /// <summary>A number of ours.</summary>
    public void AppendFormatted(int number) => _writer.Write(number);
}
