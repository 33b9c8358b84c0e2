using System.Text;

namespace Retort.Migrations;

/// <summary>Writes the statements of a revision's methods, without the indentation of the method.</summary>
public sealed class CSharpWriter
{
    /// <summary>What a revision's method calls its operations.</summary>
    internal const string Standard = "op";

    /// <summary>What stays of 120 columns behind the indentation of a method in a class.</summary>
    private const int MaxWidth = 112;
    private const string Indent = "    ";

    private readonly StringBuilder _text = new();
    private readonly string _target;
    private readonly string? _omitted;

    /// <summary>A writer of statements on <c>op</c>.</summary>
    public CSharpWriter()
        : this(Standard, null) { }

    private CSharpWriter(string target, string? omitted)
    {
        _target = target;
        _omitted = omitted;
    }

    /// <summary>A text as a C# expression, on one line whatever it holds.</summary>
    public static string Literal(string text) => CSharp.Literal(text);

    /// <summary>A table's name, or that of another object, as a C# expression.</summary>
    public static string Literal(TableName name) => CSharp.Of(name);

    /// <summary>A call of a verb: on one line where it fits, else the first argument on it and the others below.</summary>
    /// <param name="verb">The name of the method, such as <c>AddColumn</c>.</param>
    /// <param name="arguments">C# expressions; null ones are left out.</param>
    public void Call(string verb, params ReadOnlySpan<string?> arguments)
    {
        var given = Given(arguments);
        var line = $"{_target}.{verb}({string.Join(", ", given)});";
        if (line.Length <= MaxWidth)
            Line(line);
        else
            Write(verb, given);
    }

    /// <summary>A call with an argument a line behind the first.</summary>
    public void CallInLines(string verb, params ReadOnlySpan<string?> arguments) => Write(verb, Given(arguments));

    /// <summary>A comment in front of the next statement.</summary>
    public void Comment(string text) => Line($"// {text.ReplaceLineEndings(" ")}");

    /// <summary>The statements, with a line feed between.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>A call with a lambda that has statements of its own.</summary>
    /// <param name="verb">The name of the method.</param>
    /// <param name="first">The arguments before the lambda.</param>
    /// <param name="steps">The operations in the lambda.</param>
    /// <param name="target">What the lambda calls its operations.</param>
    /// <param name="omitted">An argument that operations in the lambda do not take; null: none.</param>
    /// <param name="last">The arguments behind the lambda; null ones are left out.</param>
    internal void Block(
        string verb,
        IEnumerable<string> first,
        IEnumerable<Operation> steps,
        string target,
        string? omitted = null,
        params ReadOnlySpan<string?> last
    )
    {
        var body = new CSharpWriter(target, omitted);
        foreach (var step in steps)
            step.Render(body);
        var statements = body.ToString().Replace("\n", $"\n{Indent}", StringComparison.Ordinal);
        var call =
            $"{_target}.{verb}({string.Concat(first.Select(each => $"{each}, "))}{target} =>\n{{\n{Indent}{statements}\n}}";
        var given = Given(last);
        var width = given.Sum(argument => argument.Length + 2);
        Line($"{call}{string.Concat(given.Select(each => $"{(width < MaxWidth ? ", " : $",\n{Indent}")}{each}"))});");
    }

    /// <summary>The arguments that there are, without the first that is to be left out.</summary>
    private List<string> Given(ReadOnlySpan<string?> arguments)
    {
        var given = new List<string>(arguments.Length);
        foreach (var argument in arguments)
            if (argument is not null)
                given.Add(argument);
        if (_omitted is not null)
            given.Remove(_omitted);
        return given;
    }

    private void Write(string verb, List<string> arguments) =>
        Line($"{_target}.{verb}({string.Join($",\n{Indent}", arguments)});");

    private void Line(string statement)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(statement);
    }
}
