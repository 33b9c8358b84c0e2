namespace Retort;

/// <summary>
/// SQLite keeps expressions as they were written, so two are the same when their tokens are: spaces, comments, the case of words
/// and parentheses around the whole do not count.
/// </summary>
internal sealed class SqliteNorms(TypeMap types, DdlCompiler ddl) : SchemaNorms(types, ddl)
{
    /// <inheritdoc />
    public override bool SameExpression(string declared, string reflected) =>
        Inner(SqliteLexer.Tokens(declared)).SequenceEqual(Inner(SqliteLexer.Tokens(reflected)), Comparer);

    private static IEqualityComparer<SqliteToken> Comparer { get; } =
        EqualityComparer<SqliteToken>.Create(Same, token => token.Kind.GetHashCode());

    private static bool Same(SqliteToken left, SqliteToken right) =>
        left.Kind == right.Kind
        && left.Value.Equals(
            right.Value,
            left.Kind is SqliteTokenKind.Text ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase
        );

    /// <summary>The tokens without parentheses around all of them, and without the end.</summary>
    private static IEnumerable<SqliteToken> Inner(IReadOnlyList<SqliteToken> tokens)
    {
        var (first, last) = (0, tokens.Count - 2);
        while (first < last && tokens[first].Is("(") && Closing(tokens, first) == last)
            (first, last) = (first + 1, last - 1);
        return tokens.Skip(first).Take(last - first + 1);
    }

    private static int Closing(IReadOnlyList<SqliteToken> tokens, int open)
    {
        var depth = 0;
        for (var at = open; at < tokens.Count; at++)
        {
            depth +=
                tokens[at].Is("(") ? 1
                : tokens[at].Is(")") ? -1
                : 0;
            if (depth == 0)
                return at;
        }
        return -1;
    }
}
