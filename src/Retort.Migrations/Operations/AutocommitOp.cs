namespace Retort.Migrations;

/// <summary>Operations that run outside of any transaction, each by itself: what a database refuses inside of one.</summary>
public sealed record AutocommitOp(ValueList<Operation> Steps) : Operation
{
    /// <inheritdoc />
    public override string? Destroys => InnerSteps.Destroys(Steps);

    /// <inheritdoc />
    public override string? Warning => InnerSteps.Warning(Steps);

    /// <inheritdoc />
    public override Operation Reverse() => new AutocommitOp(InnerSteps.Reverse(Steps));

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => Steps.SelectMany(step => step.ToDdl());

    /// <inheritdoc />
    public override IEnumerable<Work> ToWork() =>
        Steps.SelectMany(step => step.ToWork()).Select(work => work with { Autocommit = true });

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => writer.Block("Autocommit", [], Steps, CSharpWriter.Standard);
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class AutocommitVerbs
{
    extension(Operations op)
    {
        /// <summary>
        /// Runs operations outside of any transaction. What came before is committed, and stays when they fail; a second run goes on
        /// behind what is done. After a kill it cannot know whether the operation at hand was done, and runs it again.
        /// </summary>
        public void Autocommit(Action<Operations> steps) => op.Add(new AutocommitOp(op.Collect(steps)));
    }
}
