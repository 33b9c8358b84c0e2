namespace Retort;

/// <summary>
/// What "equal" means between a schema as it is declared and as a database gives it back: one place per database.
/// A database overrides what it writes otherwise than it was told.
/// </summary>
/// <param name="types">The database's types.</param>
/// <param name="ddl">How the database is told what is declared.</param>
public class SchemaNorms(TypeMap types, DdlCompiler ddl)
{
    /// <summary>How the database is told what is declared.</summary>
    protected DdlCompiler Ddl => ddl;

    /// <summary>Whether a column of the declared type is read back with the reflected one.</summary>
    public virtual bool SameType(Column declared, Column reflected) => types.Same(declared.Type, reflected.Type);

    /// <summary>Tables whose texts the database refused to print in its own form; they were compared as they are.</summary>
    public IReadOnlyList<string> Unproven { get; init; } = [];

    /// <summary>Whether two primary keys are the same. A name that the database gave by itself is none that anybody chose.</summary>
    public virtual bool SamePrimaryKey(PrimaryKeyConstraint declared, PrimaryKeyConstraint reflected) =>
        declared with { Name = null, Comment = null } == reflected with { Name = null, Comment = null };

    /// <summary>Whether two unique constraints allow the same rows; the name does not count.</summary>
    public virtual bool SameUnique(UniqueConstraint declared, UniqueConstraint reflected) =>
        declared with { Name = null, Comment = null } == reflected with { Name = null, Comment = null };

    /// <summary>Whether two columns are counted up in the same way; one that says no more than that it is counted is so in any way.</summary>
    public virtual bool SameIdentity(Column declared, Column reflected) =>
        declared.Autoincrement == reflected.Autoincrement
        && (
            !declared.Autoincrement
            || declared.Identity is null
            || declared.Identity == (reflected.Identity ?? new Identity())
        );

    /// <summary>Whether text sorts in the same way in two columns.</summary>
    public virtual bool SameCollation(Column declared, Column reflected) =>
        string.Equals(declared.Collation, reflected.Collation, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two columns are computed in the same way.</summary>
    public virtual bool SameComputed(Column declared, Column reflected) =>
        (declared.Computed, reflected.Computed) switch
        {
            (null, null) => true,
            ({ } one, { } other) => one.Stored == other.Stored && SameExpression(one.Text, other.Text),
            _ => false,
        };

    /// <summary>Whether two exclusions keep the same rows apart; the name does not count.</summary>
    public virtual bool SameExclusion(ExclusionConstraint declared, ExclusionConstraint reflected) =>
        declared with { Name = null, Comment = null } == reflected with { Name = null, Comment = null };

    /// <summary>Whether two columns have the same server default; <c>DEFAULT NULL</c> is none.</summary>
    public virtual bool SameDefault(Column declared, Column reflected) =>
        (DefaultOf(declared), DefaultOf(reflected)) switch
        {
            (null, null) => true,
            ({ } one, { } other) => SameExpression(one, other) || SameDefault(reflected, one, other),
            _ => false,
        };

    /// <summary>Whether two checks of a table allow the same rows; the name does not count.</summary>
    public virtual bool SameCheck(Table table, CheckConstraint declared, CheckConstraint reflected) =>
        SameExpression(declared.Sql, reflected.Sql);

    /// <summary>Whether two indexes of a table are the same; the name does not count.</summary>
    public virtual bool SameIndex(Table table, TableIndex declared, TableIndex reflected) =>
        declared with { Name = null, Comment = null } == reflected with { Name = null, Comment = null };

    /// <summary>Whether two foreign keys demand and do the same; the name does not count.</summary>
    public virtual bool SameForeignKey(ForeignKeyConstraint declared, ForeignKeyConstraint reflected) =>
        declared with { Name = null, Comment = null } == reflected with { Name = null, Comment = null };

    /// <summary>Whether two objects beside tables, of one name and kind, are the same; comments do not count.</summary>
    public virtual bool SameObject(SchemaObject declared, SchemaObject reflected) =>
        (declared, reflected) switch
        {
            (CarriedObject one, CarriedObject other) => Bare(one.Sql) == Bare(other.Sql),
            (ViewDefinition one, ViewDefinition other) => one.Columns == other.Columns
                && SameExpression(Bare(one.Query), Bare(other.Query)),
            (DomainDefinition one, DomainDefinition other) => SameDomain(one, other),
            (SequenceDefinition one, SequenceDefinition other) => (one.Type ?? new BigInt())
                == (other.Type ?? new BigInt())
                && one.Counting == other.Counting,
            (EnumDefinition one, EnumDefinition other) => one.Labels == other.Labels,
            _ => true,
        };

    private bool SameDomain(DomainDefinition declared, DomainDefinition reflected) =>
        declared.Nullable == reflected.Nullable
        && SameType(ValueOf(declared), ValueOf(reflected))
        && SameCollation(ValueOf(declared), ValueOf(reflected))
        && SameDefault(ValueOf(declared), ValueOf(reflected))
        && declared.Checks.Count == reflected.Checks.Count
        && declared.Checks.All(check => reflected.Checks.Any(other => SameDomainCheck(check, other)));

    /// <summary>Whether two checks of a domain allow the same values. One without a name has whatever name the database gave it.</summary>
    public bool SameDomainCheck(CheckConstraint declared, CheckConstraint reflected) =>
        (declared.Name is null || declared.Name == reflected.Name) && SameExpression(declared.Sql, reflected.Sql);

    /// <summary>A column that says what a domain says.</summary>
    private static Column ValueOf(DomainDefinition domain) =>
        new("value", domain.Type) { ServerDefault = domain.ServerDefault, Collation = domain.Collation };

    private static string Bare(string sql) => sql.ReplaceLineEndings("\n").Trim().TrimEnd(';').TrimEnd();

    /// <summary>Whether two texts are the same expression, as far as the texts alone say.</summary>
    protected virtual bool SameExpression(string declared, string reflected) =>
        string.Equals(declared.Trim(), reflected.Trim(), StringComparison.Ordinal);

    /// <summary>Whether two defaults of a column whose texts differ fill in the same all the same.</summary>
    protected virtual bool SameDefault(Column column, string declared, string reflected) => false;

    private string? DefaultOf(Column column) =>
        ddl.DefaultOf(column) is { } text && !text.Trim().Equals("NULL", StringComparison.OrdinalIgnoreCase)
            ? text
            : null;
}
