namespace Retort.Migrations;

/// <summary>A part of a revision in a script.</summary>
/// <param name="Step">The revision.</param>
/// <param name="Rows">The version rows before it.</param>
/// <param name="Statements">What the part does.</param>
/// <param name="Line">Its line of history.</param>
internal sealed record ScriptedPart(
    PreparedStep Step,
    IReadOnlyList<string> Rows,
    IReadOnlyList<string> Statements,
    string Line
)
{
    /// <summary>Its outcome, as its line of history says it; null: it is the last one, with which the version rows change.</summary>
    public string? Outcome { get; init; }
}
