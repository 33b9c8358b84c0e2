using System.Runtime.CompilerServices;
using System.Text;

namespace Retort.Migrations;

/// <summary>SQL of the user's own. One step, whatever it holds.</summary>
/// <param name="Texts">The SQL around the values, one text more than there are values.</param>
/// <param name="Values">Written as exact literals of the database.</param>
public sealed record ExecuteOp(ValueList<string> Texts, ValueList<object?> Values) : Operation
{
    /// <summary>SQL without values.</summary>
    public ExecuteOp(string sql)
        : this([sql], []) { }

    /// <inheritdoc />
    public override Operation Reverse() =>
        throw new IrreversibleOperationException(this, "what SQL did is known to its author only");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new ExecuteSql(Texts, Values)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("Execute", Values.Count == 0 ? CSharp.Literal(Texts[0]) : Interpolated());

    private string Interpolated()
    {
        var text = new StringBuilder("$\"").Append(Part(0));
        for (var i = 0; i < Values.Count; i++)
            text.Append('{').Append(CSharp.Value(Values[i])).Append('}').Append(Part(i + 1));
        return text.Append('"').ToString();
    }

    private string Part(int index) =>
        CSharp
            .Literal(Texts[index])[1..^1]
            .Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal);
}

/// <summary>An interpolated string as SQL with values, for <c>op.Execute($"… {value} …")</c>.</summary>
[InterpolatedStringHandler]
public readonly ref struct SqlWithValues
{
    private readonly List<string> _texts = [""];
    private readonly List<object?> _values = [];

    /// <summary>Called by the compiler.</summary>
    public SqlWithValues(int literalLength, int formattedCount) { }

    /// <exception cref="ArgumentException">There is no SQL.</exception>
    internal ExecuteOp ToOperation()
    {
        if (_values.Count == 0)
            ArgumentException.ThrowIfNullOrWhiteSpace(_texts[0], "sql");
        return new([.. _texts], [.. _values]);
    }

    /// <summary>SQL.</summary>
    public void AppendLiteral(string sql) => _texts[^1] += sql;

    /// <summary>A value; it becomes a literal.</summary>
    public void AppendFormatted<T>(T value)
    {
        _values.Add(value);
        _texts.Add("");
    }
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class ExecuteVerbs
{
    extension(Operations op)
    {
        /// <summary>Runs SQL as it stands.</summary>
        /// <exception cref="ArgumentException">It is empty.</exception>
        public void Execute(string sql)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(sql);
            op.Add(new ExecuteOp(sql));
        }

        /// <summary>Runs SQL in which each <c>{value}</c> is an exact literal of the database: never a name or a piece of SQL.</summary>
        /// <exception cref="ArgumentException">It is empty.</exception>
        [OverloadResolutionPriority(1)] // else text whose values are all constant is a string, and they are SQL
        public void Execute(SqlWithValues sql) => op.Add(sql.ToOperation());
    }
}
