namespace Retort;

/// <summary>What "equal" means where the schema that was read is wanted, and the declared one is to be changed.</summary>
/// <param name="inner">What is equal between a schema as it is declared and as it is read back.</param>
/// <param name="types">The database's types.</param>
/// <param name="ddl">How the database is told what is declared.</param>
public sealed class ReversedNorms(SchemaNorms inner, TypeMap types, DdlCompiler ddl) : SchemaNorms(types, ddl)
{
    /// <inheritdoc />
    public override bool SameType(Column declared, Column reflected) => inner.SameType(reflected, declared);

    /// <inheritdoc />
    public override bool SamePrimaryKey(PrimaryKeyConstraint declared, PrimaryKeyConstraint reflected) =>
        inner.SamePrimaryKey(reflected, declared);

    /// <inheritdoc />
    public override bool SameUnique(UniqueConstraint declared, UniqueConstraint reflected) =>
        inner.SameUnique(reflected, declared);

    /// <inheritdoc />
    public override bool SameIdentity(Column declared, Column reflected) => inner.SameIdentity(reflected, declared);

    /// <inheritdoc />
    public override bool SameCollation(Column declared, Column reflected) => inner.SameCollation(reflected, declared);

    /// <inheritdoc />
    public override bool SameComputed(Column declared, Column reflected) => inner.SameComputed(reflected, declared);

    /// <inheritdoc />
    public override bool SameExclusion(ExclusionConstraint declared, ExclusionConstraint reflected) =>
        inner.SameExclusion(reflected, declared);

    /// <inheritdoc />
    public override bool SameDefault(Column declared, Column reflected) => inner.SameDefault(reflected, declared);

    /// <inheritdoc />
    public override bool SameCheck(Table table, CheckConstraint declared, CheckConstraint reflected) =>
        inner.SameCheck(table, reflected, declared);

    /// <inheritdoc />
    public override bool SameIndex(Table table, TableIndex declared, TableIndex reflected) =>
        inner.SameIndex(table, reflected, declared);

    /// <inheritdoc />
    public override bool SameForeignKey(ForeignKeyConstraint declared, ForeignKeyConstraint reflected) =>
        inner.SameForeignKey(reflected, declared);

    /// <inheritdoc />
    public override bool SameObject(SchemaObject declared, SchemaObject reflected) =>
        inner.SameObject(reflected, declared);
}
