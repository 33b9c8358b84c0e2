namespace Retort.Migrations;

/// <summary>Creates an object that models carry in SQL: a function, a trigger, an index that no attribute says.</summary>
public sealed record CreateCarriedOp(CarriedObject Object) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() =>
        new DropCarriedOp(Object.Kind, Object.Name) { Sql = Object.DropSql, Dropped = Object };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new CreateObject(Object)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => CarriedCall.Render(writer, "Create", Object);
}

/// <summary>Drops an object that models carried in SQL.</summary>
/// <param name="Kind">What it is, as SQL says it behind DROP.</param>
/// <param name="Name">Its name.</param>
public sealed record DropCarriedOp(string Kind, TableName Name) : Operation
{
    /// <summary>The statements that drop it; null: <c>DROP</c> with its kind and name.</summary>
    public string? Sql { get; init; }

    /// <summary>The object as it is before; null where nobody said.</summary>
    public CarriedObject? Dropped { get; init; }

    /// <inheritdoc />
    public override string? Destroys =>
        Kind is "sequence" ? $"sequence '{Name}' with its last number"
        : Kind is "partition" || Kind.EndsWith(" table", StringComparison.Ordinal)
            ? $"{Kind} '{Name}' with all its rows"
        : null;

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } before
            ? new CreateCarriedOp(before)
            : throw new IrreversibleOperationException(this, "it does not say how the object is created");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [new DropObject(new CarriedObject(Kind, Name, "") { DropSql = Sql })];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) => CarriedCall.RenderDrop(writer, Kind, Name, Sql);
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateCarriedVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates an object by its own SQL.</summary>
        /// <param name="kind">What it is: <c>procedure</c>, <c>policy</c>; functions and triggers have verbs of their own.</param>
        /// <param name="name">Its name; a trigger's is <c>table.trigger</c>.</param>
        /// <param name="sql">The statements that create it.</param>
        /// <param name="dropSql">The statements that drop it, for the way back; null: <c>DROP</c> with its kind and name.</param>
        public void CreateCarried(string kind, TableName name, string sql, string? dropSql = null) =>
            op.Add(new CreateCarriedOp(new CarriedObject(kind, name, sql) { DropSql = dropSql }));

        /// <summary>Drops an object by its kind and name, or by statements of its own.</summary>
        public void DropCarried(string kind, TableName name, string? sql = null) =>
            op.Add(new DropCarriedOp(kind, name) { Sql = sql });
    }
}
