namespace Retort;

/// <summary>SQL text and the parameters that it names, in order.</summary>
public sealed record CompiledSql(string Text, IReadOnlyList<ParameterNode> Parameters)
{
    /// <summary>Text without parameters.</summary>
    public static implicit operator CompiledSql(string text) => new(text, []);
}
