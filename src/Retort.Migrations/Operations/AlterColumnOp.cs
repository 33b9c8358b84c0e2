namespace Retort.Migrations;

/// <summary>Changes of one column: what is null or unset of the new properties stays. The existing ones say what it is changed from.</summary>
public sealed record AlterColumnOp(TableName Table, string Column) : Operation
{
    /// <summary>The new type.</summary>
    public SqlType? Type { get; init; }

    /// <summary>Whether the column may be NULL from now on.</summary>
    public bool? Nullable { get; init; }

    /// <summary>The new server default; one that is set and does not exist drops it.</summary>
    public ServerDefault ServerDefault { get; init; }

    /// <summary>The type before.</summary>
    public SqlType? ExistingType { get; init; }

    /// <summary>Whether the column could be NULL before.</summary>
    public bool? ExistingNullable { get; init; }

    /// <summary>The server default before; one that is set and does not exist: there was none.</summary>
    public ServerDefault ExistingServerDefault { get; init; }

    /// <inheritdoc />
    public override Operation Reverse()
    {
        if (Type is not null && ExistingType is null)
            throw Unsaid("type", "existingType");
        if (Nullable is not null && ExistingNullable is null)
            throw Unsaid("nullability", "existingNullable");
        if (ServerDefault.IsSet && !ExistingServerDefault.IsSet)
            throw Unsaid("server default", "existingServerDefault");
        return this with
        {
            Type = Type is null ? null : ExistingType,
            Nullable = Nullable is null ? null : ExistingNullable,
            ServerDefault = ServerDefault.IsSet ? ExistingServerDefault : default,
            ExistingType = Type ?? ExistingType,
            ExistingNullable = Nullable ?? ExistingNullable,
            ExistingServerDefault = ServerDefault.IsSet ? ServerDefault : ExistingServerDefault,
        };
    }

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [
            new AlterColumn(Table, Column)
            {
                Type = Type,
                Nullable = Nullable,
                ServerDefault = ServerDefault,
            },
        ];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "AlterColumn",
            CSharp.Of(Table),
            CSharp.Literal(Column),
            CSharp.Named("type", Type?.CSharp),
            CSharp.Named("nullable", Bool(Nullable)),
            CSharp.Named("serverDefault", CSharp.Of(ServerDefault)),
            CSharp.Named("existingType", ExistingType?.CSharp),
            CSharp.Named("existingNullable", Bool(ExistingNullable)),
            CSharp.Named("existingServerDefault", CSharp.Of(ExistingServerDefault))
        );

    private static string? Bool(bool? value) => value is { } known ? CSharp.Bool(known) : null;

    private IrreversibleOperationException Unsaid(string property, string argument) =>
        new(this, $"it does not say which {property} the column had before ({argument})");
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class AlterColumnVerbs
{
    extension(Operations op)
    {
        /// <summary>Changes a column; what is left out stays. Type, nullability and default before are said for the way back, and for databases that restate the whole column.</summary>
        /// <param name="table">The table.</param>
        /// <param name="column">The column.</param>
        /// <param name="type">The new type.</param>
        /// <param name="nullable">Whether the column may be NULL from now on.</param>
        /// <param name="serverDefault">The new server default; <c>null</c> drops it.</param>
        /// <param name="existingType">The type before.</param>
        /// <param name="existingNullable">Whether the column could be NULL before.</param>
        /// <param name="existingServerDefault">The server default before; <c>null</c>: none.</param>
        public void AlterColumn(
            TableName table,
            string column,
            SqlType? type = null,
            bool? nullable = null,
            ServerDefault serverDefault = default,
            SqlType? existingType = null,
            bool? existingNullable = null,
            ServerDefault existingServerDefault = default
        ) =>
            op.Add(
                new AlterColumnOp(table, column)
                {
                    Type = type,
                    Nullable = nullable,
                    ServerDefault = serverDefault,
                    ExistingType = existingType,
                    ExistingNullable = existingNullable,
                    ExistingServerDefault = existingServerDefault,
                }
            );
    }
}
