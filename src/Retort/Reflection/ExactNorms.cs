namespace Retort;

/// <summary>
/// What "equal" means between two databases: both schemas were read, so that a name is one that somebody has, and nothing is left to the
/// database to decide.
/// </summary>
/// <param name="inner">What is equal between a schema as it is declared and as it is read back.</param>
/// <param name="types">The database's types.</param>
/// <param name="ddl">How the database is told what is declared.</param>
public sealed class ExactNorms(SchemaNorms inner, TypeMap types, DdlCompiler ddl) : SchemaNorms(types, ddl)
{
    /// <inheritdoc />
    public override bool SamePrimaryKey(PrimaryKeyConstraint declared, PrimaryKeyConstraint reflected) =>
        declared.Name == reflected.Name && inner.SamePrimaryKey(declared, reflected);

    /// <inheritdoc />
    public override bool SameIdentity(Column declared, Column reflected) =>
        declared.Autoincrement == reflected.Autoincrement
        && (declared.Identity ?? new Identity()) == (reflected.Identity ?? new Identity());

    /// <inheritdoc />
    public override bool SameType(Column declared, Column reflected) => inner.SameType(declared, reflected);

    /// <inheritdoc />
    public override bool SameUnique(UniqueConstraint declared, UniqueConstraint reflected) =>
        inner.SameUnique(declared, reflected);

    /// <inheritdoc />
    public override bool SameCollation(Column declared, Column reflected) => inner.SameCollation(declared, reflected);

    /// <inheritdoc />
    public override bool SameComputed(Column declared, Column reflected) => inner.SameComputed(declared, reflected);

    /// <inheritdoc />
    public override bool SameExclusion(ExclusionConstraint declared, ExclusionConstraint reflected) =>
        inner.SameExclusion(declared, reflected);

    /// <inheritdoc />
    public override bool SameDefault(Column declared, Column reflected) => inner.SameDefault(declared, reflected);

    /// <inheritdoc />
    public override bool SameCheck(Table table, CheckConstraint declared, CheckConstraint reflected) =>
        inner.SameCheck(table, declared, reflected);

    /// <inheritdoc />
    public override bool SameIndex(Table table, TableIndex declared, TableIndex reflected) =>
        inner.SameIndex(table, declared, reflected);

    /// <inheritdoc />
    public override bool SameForeignKey(ForeignKeyConstraint declared, ForeignKeyConstraint reflected) =>
        inner.SameForeignKey(declared, reflected);

    /// <inheritdoc />
    public override bool SameObject(SchemaObject declared, SchemaObject reflected) =>
        inner.SameObject(declared, reflected);
}
