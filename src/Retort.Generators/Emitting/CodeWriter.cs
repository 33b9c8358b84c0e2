using System.Text;

namespace Retort.Generators;

/// <summary>Writes C# with four spaces an indent and <c>\n</c> line ends.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes lines; a raw string of several keeps its own indents.</summary>
    public void Write(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            var text = line.TrimEnd('\r');
            if (text.Length > 0)
                _text.Append(' ', 4 * _indent).Append(text);
            _text.Append('\n');
        }
    }

    /// <summary>Writes an empty line.</summary>
    public void Gap() => _text.Append('\n');

    /// <summary>Writes a header and a body between braces.</summary>
    public void Block(string header, Action body)
    {
        Write(header);
        Write("{");
        Indented(body);
        Write("}");
    }

    /// <summary>Writes a body one indent deeper.</summary>
    public void Indented(Action body)
    {
        _indent++;
        body();
        _indent--;
    }

    /// <summary>Writes the bodies with an empty line between them.</summary>
    public void Separated(params Action[] bodies)
    {
        for (var i = 0; i < bodies.Length; i++)
        {
            if (i > 0)
                Gap();
            bodies[i]();
        }
    }

    public override string ToString() => _text.ToString();
}
