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

    /// <summary>What rows get for their values of the old type, in SQL; null: the value itself, converted.</summary>
    public string? Using { get; init; }

    /// <summary>The new collation; an empty name: the type's own.</summary>
    public string? Collation { get; init; }

    /// <summary>How values are counted up from now on; <see cref="IdentityKind.None"/>: not any more.</summary>
    public Identity? Identity { get; init; }

    /// <summary>The collation before; an empty name: the type's own.</summary>
    public string? ExistingCollation { get; init; }

    /// <summary>How values were counted up before; <see cref="IdentityKind.None"/>: not at all.</summary>
    public Identity? ExistingIdentity { get; init; }

    /// <summary>What rows that are NULL get before the column is NOT NULL; unset: nothing.</summary>
    public ServerDefault Fill { get; init; }

    /// <summary>The type before.</summary>
    public SqlType? ExistingType { get; init; }

    /// <summary>Whether the column could be NULL before.</summary>
    public bool? ExistingNullable { get; init; }

    /// <summary>The server default before; one that is set and does not exist: there was none.</summary>
    public ServerDefault ExistingServerDefault { get; init; }

    /// <summary>Whether an operation before it gives rows a value that are NULL.</summary>
    internal bool IsFilled { get; init; }

    /// <inheritdoc />
    public override string? Warning =>
        Nullable is false && !Fill.Exists && !IsFilled
            ? $"Fails where '{Table}' has rows that are NULL in '{Column}': give them a value with fill."
        : Type is not null && Using is null && (ExistingType is null || !TypeChange.Keeps(ExistingType, Type))
            ? $"Converts '{Table}.{Column}' from {ExistingType?.Sql ?? "its type"} to {Type.Sql}: what does not fit is rounded, or makes it fail; using says otherwise."
        : null;

    /// <inheritdoc />
    public override Operation Reverse()
    {
        if (Type is not null && ExistingType is null)
            throw Unsaid("type", "existingType");
        if (Nullable is not null && ExistingNullable is null)
            throw Unsaid("nullability", "existingNullable");
        if (ServerDefault.IsSet && !ExistingServerDefault.IsSet)
            throw Unsaid("server default", "existingServerDefault");
        if (Collation is not null && ExistingCollation is null)
            throw Unsaid("collation", "existingCollation");
        if (Identity is not null && ExistingIdentity is null)
            throw Unsaid("counting", "existingIdentity");
        if (Using is not null)
            throw new IrreversibleOperationException(
                this,
                "what the new values were made of is known to its author only"
            );
        return this with
        {
            Type = Type is null ? null : ExistingType,
            Nullable = Nullable is null ? null : ExistingNullable,
            ServerDefault = ServerDefault.IsSet ? ExistingServerDefault : default,
            Collation = Collation is null ? null : ExistingCollation,
            Identity = Identity is null ? null : ExistingIdentity,
            ExistingCollation = Collation ?? ExistingCollation,
            ExistingIdentity = Identity ?? ExistingIdentity,
            ExistingType = Type ?? ExistingType,
            ExistingNullable = Nullable ?? ExistingNullable,
            ExistingServerDefault = ServerDefault.IsSet ? ServerDefault : ExistingServerDefault,
            Fill = default,
        };
    }

    /// <inheritdoc />
    /// <remarks>A default of the old type is in the way of the new type, and a sequence of an identity.</remarks>
    public override IEnumerable<DdlElement> ToDdl()
    {
        if (Type is not null && ServerDefault.IsSet && ExistingServerDefault.Exists)
            yield return new AlterColumn(Table, Column) { ServerDefault = (string?)null };
        if (Identity is not null && ExistingIdentity?.Kind is IdentityKind.Serial)
            yield return new DropSerial(Table, Column);
        var drops = Identity is not null && IsCounted(ExistingIdentity) && !IsCounted(Identity);
        if (drops)
            yield return new AlterColumn(Table, Column)
            {
                Identity = new Identity(IdentityKind.None),
                ExistingIdentity = ExistingIdentity,
            };
        yield return new AlterColumn(Table, Column)
        {
            Type = Type,
            Using = Using,
            Collation = Collation,
            Nullable = Fill.Exists ? null : Nullable,
            ServerDefault = ServerDefault,
            Identity = drops && Identity!.Kind is IdentityKind.None ? null : Identity,
            ExistingType = ExistingType,
            ExistingIdentity = drops ? new Identity(IdentityKind.None) : ExistingIdentity,
        };
        if (Identity is { Kind: IdentityKind.Serial })
            yield return new AddSerial(Table, Column, Type ?? ExistingType ?? new Integer(), Identity);
        else if (IsCounted(Identity) && !IsCounted(ExistingIdentity))
            yield return new CountOn(Table, Column);
        if (!Fill.Exists)
            yield break;
        yield return new FillNulls(Table, Column, Fill);
        yield return new AlterColumn(Table, Column) { Nullable = Nullable };
    }

    private static bool IsCounted(Identity? identity) =>
        identity?.Kind is IdentityKind.ByDefault or IdentityKind.Always;

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "AlterColumn",
            CSharp.Of(Table),
            CSharp.Literal(Column),
            CSharp.Named("type", Type?.CSharp),
            CSharp.Named("nullable", Bool(Nullable)),
            CSharp.Named("serverDefault", CSharp.Of(ServerDefault)),
            TableElements.Text("collation", Collation),
            CSharp.Named("identity", Counting(Identity)),
            TableElements.Text("@using", Using),
            CSharp.Named("fill", CSharp.Of(Fill)),
            CSharp.Named("existingType", ExistingType?.CSharp),
            CSharp.Named("existingNullable", Bool(ExistingNullable)),
            CSharp.Named("existingServerDefault", CSharp.Of(ExistingServerDefault)),
            TableElements.Text("existingCollation", ExistingCollation),
            CSharp.Named("existingIdentity", Counting(ExistingIdentity))
        );

    private static string? Counting(Identity? identity) =>
        identity is null ? null
        : identity.Kind is IdentityKind.None ? "NoIdentity()"
        : TableElements.Identity(identity);

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
        /// <param name="collation">The new collation; an empty name: the type's own.</param>
        /// <param name="identity">How values are counted up from now on; <c>NoIdentity()</c>: not any more.</param>
        /// <param name="using">What rows get for their values of the old type, in SQL; null: the value itself, converted.</param>
        /// <param name="fill">What rows that are NULL get before the column is NOT NULL; left out: nothing.</param>
        /// <param name="existingType">The type before.</param>
        /// <param name="existingNullable">Whether the column could be NULL before.</param>
        /// <param name="existingServerDefault">The server default before; <c>null</c>: none.</param>
        /// <param name="existingCollation">The collation before; an empty name: the type's own.</param>
        /// <param name="existingIdentity">How values were counted up before; <c>NoIdentity()</c>: not at all.</param>
        public void AlterColumn(
            TableName table,
            string column,
            SqlType? type = null,
            bool? nullable = null,
            ServerDefault serverDefault = default,
            string? collation = null,
            Identity? identity = null,
            string? @using = null,
            ServerDefault fill = default,
            SqlType? existingType = null,
            bool? existingNullable = null,
            ServerDefault existingServerDefault = default,
            string? existingCollation = null,
            Identity? existingIdentity = null
        ) =>
            op.Add(
                new AlterColumnOp(table, column)
                {
                    Type = type,
                    Nullable = nullable,
                    ServerDefault = serverDefault,
                    Collation = collation,
                    Identity = identity,
                    Using = @using,
                    Fill = fill,
                    ExistingCollation = existingCollation,
                    ExistingIdentity = existingIdentity,
                    ExistingType = existingType,
                    ExistingNullable = existingNullable,
                    ExistingServerDefault = existingServerDefault,
                }
            );
    }
}
