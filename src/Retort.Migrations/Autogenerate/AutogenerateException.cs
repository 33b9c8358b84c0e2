namespace Retort.Migrations;

/// <summary>A difference between models and database that autogenerate cannot write a revision for.</summary>
public sealed class AutogenerateException : RetortException
{
    private AutogenerateException(string code, string message, string? hint)
        : base(code, message, hint) { }

    internal static AutogenerateException PrimaryKeyChanged(Table declared, Table found) =>
        new(
            "RT0741",
            $"The primary key of table '{declared}' is ({Columns(declared)}) in the models and ({Columns(found)}) in the database. Nothing was written.",
            "Which row is which would change: write this revision by hand (retort revision -m \"…\"), with what becomes of the rows and of those that refer to them."
        );

    private static string Columns(Table table) => table.PrimaryKey?.Columns.ToString() ?? "none";
}
