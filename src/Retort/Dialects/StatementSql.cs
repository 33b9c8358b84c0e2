namespace Retort;

/// <summary>The SQL of statements as a database gets it, without a database.</summary>
public static class StatementSql
{
    extension<R>(Query<R> query)
    {
        /// <summary>The query's SQL.</summary>
        /// <param name="dialect">The kind of database, such as <c>PostgreSqlDialect.Instance</c>.</param>
        /// <param name="literals">Whether values stand in the text; otherwise their parameters do, as when the query runs.</param>
        public string ToSql(Dialect dialect, bool literals = false) =>
            dialect.Compiler(literals).Compile(query.Statement).Text;
    }

    extension(TypedCommand command)
    {
        /// <summary>The command's SQL.</summary>
        /// <param name="dialect">The kind of database, such as <c>PostgreSqlDialect.Instance</c>.</param>
        /// <param name="literals">Whether values stand in the text; otherwise their parameters do, as when the command runs.</param>
        public string ToSql(Dialect dialect, bool literals = false) =>
            dialect.Compiler(literals).Compile(command.Statement).Text;
    }

    private static SqlCompiler Compiler(this Dialect dialect, bool literals) =>
        literals ? dialect.NewCompiler().WithLiterals() : dialect.NewCompiler();
}
