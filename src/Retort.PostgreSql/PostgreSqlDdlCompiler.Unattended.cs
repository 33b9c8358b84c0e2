namespace Retort;

/// <remarks>Conditions are asked in a DO block, https://www.postgresql.org/docs/current/sql-do.html, which every client can run.</remarks>
internal sealed partial class PostgreSqlDdlCompiler
{
    /// <inheritdoc />
    /// <remarks>A script is UTF-8, whatever the client takes from its terminal.</remarks>
    public override IReadOnlyList<string> ScriptStart => ["SET client_encoding = 'UTF8'"];

    /// <inheritdoc />
    public override IReadOnlyList<string> Require(TableName table, string condition, string message) =>
        [
            Do(
                $"""
                BEGIN
                  {Keep(table)};
                  IF NOT ({condition}) THEN
                    RAISE EXCEPTION USING MESSAGE = {Write(writer => writer.Literal(message))};
                  END IF;
                END
                """
            ),
        ];

    /// <inheritdoc />
    /// <remarks>EXECUTE takes every statement, also a SELECT whose rows nobody wants.</remarks>
    public override void Where(
        ScriptText script,
        TableName table,
        string condition,
        IReadOnlyList<string> statements
    ) =>
        script.Add([
            Do(
                $"""
                BEGIN
                  {Keep(table)};
                  IF {condition} THEN
                {string.Join('\n', statements.Select(sql => $"    EXECUTE {Quoted(sql)};"))}
                  END IF;
                END
                """
            ),
        ]);

    private string Keep(TableName table) => $"LOCK TABLE {Sql(table)} IN SHARE ROW EXCLUSIVE MODE";

    private static string Do(string block) => $"DO {Quoted(block)}";
}
