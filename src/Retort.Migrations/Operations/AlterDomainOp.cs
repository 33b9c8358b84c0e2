namespace Retort.Migrations;

/// <summary>ALTER DOMAIN: its rules; what is null or unset stays. Its type cannot be changed.</summary>
public sealed record AlterDomainOp(TableName Name) : Operation
{
    /// <summary>Whether values may be NULL from now on.</summary>
    public bool? Nullable { get; init; }

    /// <summary>The new default; one that is set and does not exist drops it.</summary>
    public ServerDefault ServerDefault { get; init; }

    /// <summary>The checks that go; they come back on the way back.</summary>
    public ValueList<CheckConstraint> Drop { get; init; }

    /// <summary>The checks that come.</summary>
    public ValueList<CheckConstraint> Add { get; init; }

    /// <summary>The default before; one that is set and does not exist: there was none.</summary>
    public ServerDefault ExistingServerDefault { get; init; }

    /// <inheritdoc />
    public override Operation Reverse()
    {
        if (ServerDefault.IsSet && !ExistingServerDefault.IsSet)
            throw new IrreversibleOperationException(
                this,
                "it does not say which server default the domain had before (existingServerDefault)"
            );
        if (Add.Any(check => check.Name is null))
            throw new IrreversibleOperationException(this, "a check has no name by which it could be dropped");
        return this with
        {
            Nullable = !Nullable,
            ServerDefault = ServerDefault.IsSet ? ExistingServerDefault : default,
            Drop = Add,
            Add = Drop,
            ExistingServerDefault = ServerDefault,
        };
    }

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [
            .. Drop.Select(check => new AlterDomain(Name) { Dropped = check.Name }),
            .. ServerDefault.IsSet ? [new AlterDomain(Name) { ServerDefault = ServerDefault }] : Nothing,
            .. Nullable is { } nullable ? [new AlterDomain(Name) { Nullable = nullable }] : Nothing,
            .. Add.Select(check => new AlterDomain(Name) { Added = check }),
        ];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "AlterDomain",
            CSharp.Of(Name),
            CSharp.Named("nullable", Nullable is { } nullable ? CSharp.Bool(nullable) : null),
            CSharp.Named("serverDefault", CSharp.Of(ServerDefault)),
            TableElements.List("drop", Drop),
            TableElements.List("add", Add),
            CSharp.Named("existingServerDefault", CSharp.Of(ExistingServerDefault))
        );

    private static IEnumerable<DdlElement> Nothing => [];
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class AlterDomainVerbs
{
    extension(Operations op)
    {
        /// <summary>Changes the rules of a domain; what is left out stays.</summary>
        /// <param name="name">The domain.</param>
        /// <param name="nullable">Whether values may be NULL from now on.</param>
        /// <param name="serverDefault">The new default; <c>null</c> drops it.</param>
        /// <param name="drop">The checks that go, by name; what they say is for the way back.</param>
        /// <param name="add">The checks that come.</param>
        /// <param name="existingServerDefault">The default before.</param>
        public void AlterDomain(
            TableName name,
            bool? nullable = null,
            ServerDefault serverDefault = default,
            ValueList<CheckConstraint> drop = default,
            ValueList<CheckConstraint> add = default,
            ServerDefault existingServerDefault = default
        ) =>
            op.Add(
                new AlterDomainOp(name)
                {
                    Nullable = nullable,
                    ServerDefault = serverDefault,
                    Drop = drop,
                    Add = add,
                    ExistingServerDefault = existingServerDefault,
                }
            );
    }
}
