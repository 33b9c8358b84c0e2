namespace Retort;

/// <summary>
/// What "equal" means for SQLite, which keeps texts as they were written and prints none in a form of its own. Where tokens differ, SQLite is
/// asked for the program that it compiles a statement to: two expressions with the same program are the same.
/// </summary>
internal sealed class SqliteNorms(TypeMap types, DdlCompiler ddl) : SchemaNorms(types, ddl)
{
    /// <inheritdoc />
    /// <remarks>A key that is declared INTEGER is counted up without AUTOINCREMENT, too (https://sqlite.org/autoinc.html).</remarks>
    public override bool SameIdentity(Column declared, Column reflected) =>
        declared.Autoincrement || !reflected.Autoincrement;

    /// <inheritdoc />
    /// <remarks>BINARY is what a column has that says nothing.</remarks>
    public override bool SameCollation(Column declared, Column reflected) =>
        string.Equals(
            declared.Collation ?? "BINARY",
            reflected.Collation ?? "BINARY",
            StringComparison.OrdinalIgnoreCase
        );

    /// <inheritdoc />
    /// <remarks>A key that is counted up is declared INTEGER, whatever whole number it is in C#.</remarks>
    public override bool SameType(Column declared, Column reflected) =>
        declared.Autoincrement && reflected.Type is Integer || base.SameType(declared, reflected);

    /// <inheritdoc />
    public override bool SameForeignKey(ForeignKeyConstraint declared, ForeignKeyConstraint reflected) =>
        base.SameForeignKey(declared, reflected)
        || declared.Table.Name.Equals(reflected.Table.Name, StringComparison.OrdinalIgnoreCase)
            && base.SameForeignKey(declared, reflected with { Table = declared.Table });

    /// <inheritdoc />
    public override bool SameCheck(Table table, CheckConstraint declared, CheckConstraint reflected)
    {
        if (base.SameCheck(table, declared, reflected))
            return true;
        using var scratch = new SqliteScratch(Ddl);
        return Same(scratch.CheckProgram(table, declared.Sql), scratch.CheckProgram(table, reflected.Sql));
    }

    /// <inheritdoc />
    public override bool SameIndex(Table table, TableIndex declared, TableIndex reflected)
    {
        if (base.SameIndex(table, declared, reflected))
            return true;
        if (declared.Unique != reflected.Unique || declared.Elements.Count != reflected.Elements.Count)
            return false;
        using var scratch = new SqliteScratch(Ddl);
        return Same(scratch.IndexProgram(table, declared), scratch.IndexProgram(table, reflected));
    }

    /// <inheritdoc />
    protected override bool SameExpression(string declared, string reflected) =>
        SqliteLexer.SameTokens(declared, reflected);

    /// <inheritdoc />
    protected override bool SameDefault(Column column, string declared, string reflected)
    {
        using var scratch = new SqliteScratch(Ddl);
        return SqliteLexer.IsConstant(declared) && SqliteLexer.IsConstant(reflected)
            ? Same(scratch.DefaultValue(column, declared), scratch.DefaultValue(column, reflected))
            : Same(scratch.DefaultProgram(column, declared), scratch.DefaultProgram(column, reflected));
    }

    /// <summary>What SQLite refuses (a function or a collation of the application, a column that is not there) is the same as nothing.</summary>
    private static bool Same(string? left, string? right) => left is not null && left == right;
}
