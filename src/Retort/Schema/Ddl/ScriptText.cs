using System.Text;

namespace Retort;

/// <summary>The text of a script.</summary>
public sealed class ScriptText
{
    private readonly StringBuilder _text = new();

    /// <summary>A line for those who read along.</summary>
    public void Comment(string line) => _text.Append("-- ").Append(line.ReplaceLineEndings(" ")).Append('\n');

    /// <summary>An empty line.</summary>
    public void Blank() => _text.Append('\n');

    /// <summary>A line for the client that runs the script: it ends without a semicolon.</summary>
    public void Command(string line) => _text.Append(line).Append('\n');

    /// <summary>Statements, each on lines of its own.</summary>
    public void Add(IEnumerable<string> statements)
    {
        foreach (var statement in statements)
            Add(statement);
    }

    /// <summary>A statement. Where its last line may end with a comment, the semicolon stands behind that.</summary>
    private void Add(string statement)
    {
        var bare = statement.TrimEnd().TrimEnd(';');
        var last = bare.AsSpan(bare.LastIndexOf('\n') + 1);
        _text.Append(bare).Append(last.Contains("--", StringComparison.Ordinal) ? "\n;\n" : ";\n");
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();
}
