namespace Retort.Migrations;

/// <summary>Operations for databases of one kind; elsewhere nothing is done.</summary>
/// <param name="Dialect">The kind, as it stands before <c>://</c> in a URL: <c>postgresql</c>, <c>sqlite</c>.</param>
/// <param name="Steps">The operations, in order.</param>
public sealed record IfOp(string Dialect, ValueList<Operation> Steps) : Operation
{
    /// <inheritdoc />
    public override string? Destroys => InnerSteps.Destroys(Steps);

    /// <inheritdoc />
    public override string? Warning => InnerSteps.Warning(Steps);

    /// <inheritdoc />
    public override Operation Reverse() => new IfOp(Dialect, InnerSteps.Reverse(Steps));

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [new ForDialect(Dialect, [.. Steps.SelectMany(step => step.ToDdl())])];

    /// <inheritdoc />
    public override IEnumerable<Work> ToWork() =>
        from step in Steps
        from work in step.ToWork()
        where work.Dialect is null || work.Dialect == Dialect
        select work with
        {
            Dialect = Dialect,
        };

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Block("If", [CSharp.Literal(Dialect)], Steps, CSharpWriter.Standard);
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class IfVerbs
{
    extension(Operations op)
    {
        /// <summary>Makes operations on databases of one kind only.</summary>
        /// <param name="dialect">The kind, as it stands before <c>://</c> in a URL: <c>postgresql</c>, <c>sqlite</c>.</param>
        /// <param name="operations">Adds the operations.</param>
        public void If(string dialect, Action<Operations> operations) =>
            op.Add(new IfOp(dialect, op.Collect(operations)));
    }
}
