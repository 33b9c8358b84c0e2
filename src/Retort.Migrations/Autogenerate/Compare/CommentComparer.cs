namespace Retort.Migrations;

/// <summary>Comments on tables, columns, constraints and indexes, where the database keeps them.</summary>
internal static class CommentComparer
{
    public static void Compare(Comparison comparison)
    {
        if (!comparison.Syntax.Comments)
            return;
        foreach (var pair in comparison.Common)
        {
            Compare(comparison, $"table '{pair.Name}'", new(pair.Name, pair.Declared.Comment), pair.Found.Comment);
            foreach (var (declared, found) in pair.Columns)
                Compare(
                    comparison,
                    $"column '{pair.Name}.{declared.Name}'",
                    new(pair.Name, declared.Comment) { Column = declared.Name },
                    found.Comment
                );
            foreach (var declared in pair.Declared.Constraints)
                if (pair.Found.Constraints.FirstOrDefault(each => each.Name == declared.Name) is { } found)
                    Compare(
                        comparison,
                        $"constraint '{declared.Name}' on {pair.Name}",
                        new(pair.Name, declared.Comment) { Constraint = declared.Name },
                        Stays(comparison, pair, found.Name) ? found.Comment : declared.Comment
                    );
            foreach (var declared in pair.Declared.Indexes)
                if (pair.Found.Indexes.FirstOrDefault(each => each.Name == declared.Name) is { } found)
                    Compare(
                        comparison,
                        $"index '{declared.Name}' on {pair.Name}",
                        new(pair.Name, declared.Comment) { Index = declared.Name },
                        Stays(comparison, pair, found.Name) ? found.Comment : declared.Comment
                    );
        }
    }

    /// <summary>Whether no other difference makes the thing anew, with its comment.</summary>
    private static bool Stays(Comparison comparison, TablePair pair, string? name) =>
        !comparison.Drops(pair.Name, name);

    private static void Compare(Comparison comparison, string what, SetCommentOp declared, string? found)
    {
        if (declared.Text != found)
            comparison.Add(
                Phase.Comment,
                declared with
                {
                    Existing = found,
                },
                $"Detected {(declared.Text is null ? "removed" : found is null ? "added" : "changed")} comment on {what}"
            );
    }
}
