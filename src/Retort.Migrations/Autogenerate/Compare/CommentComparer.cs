namespace Retort.Migrations;

/// <summary>Comments on tables and columns, where the database keeps them.</summary>
internal static class CommentComparer
{
    public static void Compare(Comparison comparison)
    {
        if (!comparison.Syntax.Comments)
            return;
        foreach (var pair in comparison.Common)
        {
            Compare(comparison, pair.Name, null, pair.Declared.Comment, pair.Found.Comment);
            foreach (var (declared, found) in pair.Columns)
                Compare(comparison, pair.Name, declared.Name, declared.Comment, found.Comment);
        }
    }

    private static void Compare(Comparison comparison, TableName table, string? column, string? declared, string? found)
    {
        if (declared != found)
            comparison.Add(
                Phase.AlterColumn,
                new SetCommentOp(table, column, declared) { Existing = found },
                $"Detected {(declared is null ? "removed" : found is null ? "added" : "changed")} comment on {(column is null ? $"table '{table}'" : $"column '{table}.{column}'")}"
            );
    }
}
