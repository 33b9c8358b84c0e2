using System.Runtime.CompilerServices;

namespace Retort.Migrations;

/// <summary>C# of the user's own that works with the connection: queries, and what follows from them.</summary>
/// <param name="Code">What is run, in the transaction of the revision.</param>
/// <param name="Source">Its text.</param>
public sealed record RunOp(Func<Connection, CancellationToken, Task> Code, string Source) : Operation
{
    /// <summary>What it does, for those who read along; null: its text says it.</summary>
    public string? Description { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        throw new IrreversibleOperationException(this, "what code did is known to its author only");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => throw NotScriptableException.OfCode(Description ?? Source);

    /// <inheritdoc />
    public override IEnumerable<Work> ToWork() => [new CodeWork(Code, Source)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("Run", Source, TableElements.Text("description", Description));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class RunVerbs
{
    extension(Operations op)
    {
        /// <summary>Runs code when its turn comes, in the transaction of the revision: it sees what the operations before it did.</summary>
        /// <param name="code">The code. It neither begins nor ends a transaction.</param>
        /// <param name="description">What it does, for errors; null: its text says it.</param>
        /// <param name="source">Filled in by the compiler.</param>
        public void Run(
            Func<Connection, CancellationToken, Task> code,
            string? description = null,
            [CallerArgumentExpression(nameof(code))] string source = ""
        ) => op.Add(new RunOp(code, source) { Description = description });
    }
}
