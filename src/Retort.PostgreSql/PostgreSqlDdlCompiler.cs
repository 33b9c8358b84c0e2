namespace Retort;

/// <summary>Schema changes in PostgreSQL's SQL: https://www.postgresql.org/docs/current/sql-createtable.html, sql-altertable.html.</summary>
internal sealed class PostgreSqlDdlCompiler(SqlSyntax syntax, TypeMap types) : DdlCompiler(syntax, types)
{
    /// <inheritdoc />
    /// <remarks>A serial column is written with the word that makes its sequence.</remarks>
    protected override void Column(SqlWriter writer, Column column)
    {
        if (column is { Autoincrement: true, Identity.Kind: IdentityKind.Serial })
            base.Column(writer, column with { Type = new UnknownType(Serial(column.Type)), Autoincrement = false });
        else
            base.Column(writer, column);
    }

    /// <inheritdoc />
    /// <remarks>PostgreSQL before 18 can only store computed values, so it stores those of which nothing is said.</remarks>
    protected override void Computed(SqlWriter writer, ComputedSql computed) =>
        base.Computed(writer, computed with { Stored = computed.Stored || !computed.Virtual });

    /// <inheritdoc />
    /// <remarks>A conversion that PostgreSQL does not make by itself is made by a cast.</remarks>
    protected override string TypeAction(AlterColumn alter, SqlType type) =>
        $"{base.TypeAction(alter, type)} USING {Quote(alter.Column)}::{Ddl(type)}";

    private static string Serial(SqlType type) =>
        type switch
        {
            SmallInt => "smallserial",
            BigInt => "bigserial",
            _ => "serial",
        };
}
