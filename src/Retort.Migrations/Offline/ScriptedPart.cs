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
    /// <summary>What its line of history says; null: it is the last one, with which the version rows change.</summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>Whether a run does it in pieces, so that a piece of it can be done.</summary>
    public bool HasPieces { get; init; }
}
