namespace Retort;

/// <summary>A schema that cannot be: it contradicts itself, whatever the database.</summary>
public sealed class SchemaException : RetortException
{
    private SchemaException(string code, string message, string? hint = null)
        : base(code, message, hint) { }

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
}
