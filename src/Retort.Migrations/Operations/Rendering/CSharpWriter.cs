using System.Text;

namespace Retort.Migrations;

/// <summary>Writes the statements of a revision's methods, without the indentation of the method.</summary>
public sealed class CSharpWriter
{
    /// <summary>What stays of 120 columns behind the indentation of a method in a class.</summary>
    private const int MaxWidth = 112;
    private const string Indent = "    ";

    private readonly StringBuilder _text = new();

    /// <summary>A call of a verb: on one line where it fits, else the first argument on it and the others below.</summary>
    /// <param name="verb">The name of the method, such as <c>AddColumn</c>.</param>
    /// <param name="arguments">C# expressions; null ones are left out.</param>
    public void Call(string verb, params ReadOnlySpan<string?> arguments)
    {
        var given = Given(arguments);
        var line = $"op.{verb}({string.Join(", ", given)});";
        if (line.Length <= MaxWidth)
            Line(line);
        else
            Write(verb, given);
    }

    /// <summary>A call with an argument a line behind the first.</summary>
    public void CallInLines(string verb, params ReadOnlySpan<string?> arguments) => Write(verb, Given(arguments));

    /// <summary>A call of a verb whose argument is a block of operations.</summary>
    public void Block(string verb, IEnumerable<Operation> steps)
    {
        var inner = new CSharpWriter();
        foreach (var step in steps)
            step.Render(inner);
        var lines = inner.ToString().Split('\n').Select(line => line.Length > 0 ? Indent + line : line);
        Line($"op.{verb}(op =>\n{{\n{string.Join('\n', lines)}\n}});");
    }

    /// <summary>The statements, with a line feed between.</summary>
    public override string ToString() => _text.ToString();

    private static List<string> Given(ReadOnlySpan<string?> arguments)
    {
        var given = new List<string>(arguments.Length);
        foreach (var argument in arguments)
            if (argument is not null)
                given.Add(argument);
        return given;
    }

    private void Write(string verb, List<string> arguments) =>
        Line($"op.{verb}({string.Join($",\n{Indent}", arguments)});");

    private void Line(string statement)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(statement);
    }
}
