namespace Retort;

/// <summary>
/// What "equal" means between a schema as it is declared and as a database gives it back: one place per database.
/// A database overrides what it writes otherwise than it was told.
/// </summary>
/// <param name="types">The database's types.</param>
/// <param name="ddl">How the database is told a default.</param>
public class SchemaNorms(TypeMap types, DdlCompiler ddl)
{
    /// <summary>Whether a column of the declared type is read back with the reflected one.</summary>
    public virtual bool SameType(SqlType declared, SqlType reflected) => types.Same(declared, reflected);

    /// <summary>Whether two columns have the same server default.</summary>
    public bool SameDefault(Column declared, Column reflected) =>
        (ddl.DefaultOf(declared), ddl.DefaultOf(reflected)) switch
        {
            (null, null) => true,
            ({ } one, { } other) => SameExpression(one, other),
            _ => false,
        };

    /// <summary>Whether two SQL expressions are the same: a default, the condition of a check or of an index.</summary>
    public virtual bool SameExpression(string declared, string reflected) =>
        string.Equals(declared.Trim(), reflected.Trim(), StringComparison.Ordinal);
}
