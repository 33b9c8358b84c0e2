namespace Retort;

/// <summary>What "equal" means for PostgreSQL, which prints texts in a form of its own: that form of what is declared is compared.</summary>
/// <param name="types">The types.</param>
/// <param name="ddl">How the database is told what is declared.</param>
/// <param name="canonical">What was declared, and as what the database gives it back; empty where it was not asked.</param>
internal sealed class PostgreSqlNorms(
    TypeMap types,
    DdlCompiler ddl,
    IReadOnlyDictionary<object, object>? canonical = null
) : SchemaNorms(types, ddl)
{
    /// <inheritdoc />
    public override bool SameDefault(Column declared, Column reflected) =>
        base.SameDefault(declared, reflected) || base.SameDefault(Canonical(declared), reflected);

    /// <inheritdoc />
    public override bool SameComputed(Column declared, Column reflected) =>
        Canonical(declared).Computed?.Text == reflected.Computed?.Text
        && (declared.Computed, reflected.Computed) switch
        {
            ({ Stored: true }, { Stored: false }) or ({ Virtual: true }, { Virtual: false }) => false,
            _ => true,
        };

    /// <inheritdoc />
    public override bool SameCheck(Table table, CheckConstraint declared, CheckConstraint reflected) =>
        declared.NotValid == reflected.NotValid
        && declared.NoInherit == reflected.NoInherit
        && (base.SameCheck(table, declared, reflected) || base.SameCheck(table, Canonical(declared), reflected));

    /// <inheritdoc />
    public override bool SameIndex(Table table, TableIndex declared, TableIndex reflected) =>
        base.SameIndex(table, declared, reflected) || base.SameIndex(table, Canonical(declared), reflected);

    /// <inheritdoc />
    public override bool SameExclusion(ExclusionConstraint declared, ExclusionConstraint reflected) =>
        base.SameExclusion(declared, reflected) || base.SameExclusion(Canonical(declared), reflected);

    /// <inheritdoc />
    public override bool SameObject(SchemaObject declared, SchemaObject reflected) =>
        base.SameObject(declared, reflected) || base.SameObject(Canonical(declared), reflected);

    private T Canonical<T>(T declared)
        where T : class => canonical?.GetValueOrDefault(declared) as T ?? declared;
}
