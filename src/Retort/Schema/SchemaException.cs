namespace Retort;

/// <summary>A schema that cannot be: it contradicts itself, whatever the database.</summary>
public sealed class SchemaException : RetortException
{
    private SchemaException(string code, string message, string? hint = null, Exception? inner = null)
        : base(code, message, hint, inner) { }

    internal static SchemaException DuplicateColumn(TableName table, string column) =>
        new(
            "RT0201",
            $"Table '{table}' has two columns named '{column}'.",
            "Give one of them another name, with [Column(\"…\")]."
        );

    internal static SchemaException UnknownColumn(TableName table, string? element, string column) =>
        new("RT0202", $"'{element}' of table '{table}' names the column '{column}', which the table has not.");

    internal static SchemaException DuplicateTable(TableName table) =>
        new("RT0203", $"There are two tables named '{table}'.", "Give one of them another name, with [Table(\"…\")].");

    internal static SchemaException UnknownTable(TableName table) =>
        new("RT0204", $"There is no table '{table}' here.");

    internal static SchemaException UnknownElement(
        TableName table,
        string kind,
        string name,
        IEnumerable<string?> present
    ) =>
        new(
            "RT0205",
            $"Table '{table}' has no {kind} '{name}'.",
            present.Any() ? $"It has: {string.Join(", ", present)}." : "It has none."
        );

    internal static SchemaException SecondPrimaryKey(TableName table, string? name) =>
        new("RT0206", $"Table '{table}' has a primary key already.", $"Drop the constraint '{name}' first.");

    internal static SchemaException CannotRebuild(TableName table, IEnumerable<string> parts) =>
        new(
            "RT0207",
            $"Table '{table}' would have to be rebuilt for this change and would lose: {string.Join("; ", parts)}.",
            "Write the rebuild yourself, in SQL."
        );

    internal static SchemaException RowsLost(TableName table, long before, long after) =>
        new(
            "RT0208",
            $"Table '{table}' had {before} rows and its new form got {after}: it stays as it was.",
            "Please report the table's definition."
        );

    internal static SchemaException NameTooLong(string name, int longest, string dialect) =>
        new(
            "RT0214",
            $"The name '{name}' has {System.Text.Encoding.UTF8.GetByteCount(name)} bytes; {dialect} has names of {longest} at the most, and would cut it.",
            "Give it a shorter name, with [Table(\"…\")], [Column(\"…\")] or Name = \"…\"."
        );

    internal static SchemaException TooManyColumns(TableName table, int columns, int most, string dialect) =>
        new(
            "RT0215",
            $"Table '{table}' has {columns} columns; {dialect} has tables of {most} at the most.",
            "Keep what belongs together in a JSON column, or in a table of its own."
        );

    internal static SchemaException UnknownToken(string template, string token, string table) =>
        new(
            "RT0210",
            $"The naming convention '{template}' has {token}, which means nothing for an element of table '{table}'.",
            "The tokens are %(table_name)s, %(referred_table_name)s, %(constraint_name)s, %(column_0_name)s, %(column_0_label)s, %(column_0N_name)s and %(column_0_N_name)s, the last four also with referred_ before them."
        );

    internal static SchemaException UnreadableCarried(string file, int line, Exception inner) =>
        new(
            "RT0209",
            $"{file}({line}): the line does not say which object the SQL below it creates.",
            "Write -- retort: {\"kind\":\"function\",\"schema\":\"public\",\"name\":\"touch()\"} with the object's kind and name.",
            inner
        );

    internal static SchemaException NeedsRebuild(TableName table, string change, string dialect) =>
        new(
            "RT0211",
            $"Table '{table}' would have to be rebuilt for {change}, which ALTER TABLE of {dialect} cannot do.",
            "Leave out recreate: Recreate.Never, or make the change otherwise."
        );

    internal static SchemaException NothingToRebuild(TableName table, string dialect) =>
        new(
            "RT0212",
            $"Table '{table}' cannot be rebuilt: on {dialect} that would take with it what stands on the table, and ALTER TABLE makes every change.",
            "Leave out recreate: Recreate.Always, or write the batch in op.If for the databases that rebuild tables."
        );

    internal static SchemaException NoOrder(TableName table, IEnumerable<string> columns) =>
        new(
            "RT0213",
            $"The columns {string.Join(", ", columns)} of table '{table}' have no order: each is to stand behind another one.",
            "Correct partialReordering."
        );
}
