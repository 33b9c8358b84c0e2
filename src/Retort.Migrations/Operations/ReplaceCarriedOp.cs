namespace Retort.Migrations;

/// <summary>
/// Another object of the same name in the place of the one that is there. SQL that begins with CREATE OR REPLACE does it; what has other
/// SQL is dropped and created.
/// </summary>
public sealed record ReplaceCarriedOp(CarriedObject Object) : Operation
{
    /// <summary>The object as it is before; null where nobody said.</summary>
    public CarriedObject? Replaced { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        Replaced is { } before
            ? new ReplaceCarriedOp(before) { Replaced = Object }
            : throw new IrreversibleOperationException(this, "it does not say how the object was created before");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        Object.ReplacesItself
            ? [new CreateObject(Object)]
            : [new DropObject(Replaced ?? Object), new CreateObject(Object)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => CarriedCall.Render(writer, "Replace", Object);
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class ReplaceCarriedVerbs
{
    extension(Operations op)
    {
        /// <summary>Puts another object in the place of the one of this kind and name, by its own SQL.</summary>
        /// <param name="kind">What it is: <c>procedure</c>, <c>policy</c>.</param>
        /// <param name="name">Its name.</param>
        /// <param name="sql">The statements that create it; where they do not begin with CREATE OR REPLACE, it is dropped first.</param>
        /// <param name="dropSql">The statements that drop it; null: <c>DROP</c> with its kind and name.</param>
        public void ReplaceCarried(string kind, TableName name, string sql, string? dropSql = null) =>
            op.Add(new ReplaceCarriedOp(new CarriedObject(kind, name, sql) { DropSql = dropSql }));
    }
}
