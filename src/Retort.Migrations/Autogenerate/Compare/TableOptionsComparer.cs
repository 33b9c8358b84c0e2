namespace Retort.Migrations;

/// <summary>What stands behind the closing parenthesis of CREATE TABLE, where a table can be rebuilt with another.</summary>
internal static class TableOptionsComparer
{
    public static void Compare(Comparison comparison)
    {
        if (comparison.Syntax.AlterTable)
            return;
        foreach (var pair in comparison.Common)
            if (!string.Equals(pair.Declared.Options, pair.Found.Options, StringComparison.OrdinalIgnoreCase))
                comparison.Add(
                    Phase.AlterColumn,
                    new SetTableOptionsOp(pair.Name, pair.Declared.Options) { Existing = pair.Found.Options },
                    $"Detected change of options from {Words(pair.Found.Options)} to {Words(pair.Declared.Options)} on table '{pair.Name}'"
                );
    }

    private static string Words(string? options) => options ?? "none";
}
