using System.Diagnostics;

namespace Retort;

/// <summary>Makes a constraint of its row in the catalog.</summary>
/// <param name="schemaOf">The schema of a table as it is said; null where names say none.</param>
internal sealed class PostgreSqlConstraintBuilder(Func<object?, string?> schemaOf)
{
    /// <param name="row">The row.</param>
    /// <param name="index">The index that keeps the constraint; null where none does.</param>
    public Constraint Build(object?[] row, PostgreSqlIndex? index)
    {
        var name = (string)row[1]!;
        var timing =
            row[5] is true ? ConstraintTiming.Deferred
            : row[4] is true ? ConstraintTiming.Deferrable
            : ConstraintTiming.Immediate;
        Constraint constraint = row[2] switch
        {
            "p" => new PrimaryKeyConstraint(name, Columns(row[3]))
            {
                Include = index?.Index.Include ?? [],
                Timing = timing,
            },
            "u" => new UniqueConstraint(name, Columns(row[3]))
            {
                Include = index?.Index.Include ?? [],
                NullsNotDistinct = index?.Index.NullsNotDistinct ?? false,
                Timing = timing,
            },
            "c" => new CheckConstraint(name, Inner((string)row[14]!))
            {
                NotValid = row[6] is false,
                NoInherit = row[7] is true,
            },
            "f" => ForeignKey(row, name, timing),
            "x" => Exclusion(row, name, index!.Index, timing),
            _ => throw new UnreachableException(),
        };
        return row[15] is string comment ? constraint with { Comment = comment } : constraint;
    }

    private ForeignKeyConstraint ForeignKey(object?[] row, string name, ConstraintTiming timing) =>
        new(name, Columns(row[3]), new TableName((string)row[9]!, schemaOf(row[8])), Columns(row[10]))
        {
            OnDelete = Action((string)row[11]!),
            OnUpdate = Action((string)row[12]!),
            MatchFull = row[13] is "f",
            NotValid = row[6] is false,
            Timing = timing,
        };

    private static ExclusionConstraint Exclusion(
        object?[] row,
        string name,
        TableIndex index,
        ConstraintTiming timing
    ) =>
        new(name, [.. index.Elements.Zip((string[])row[17]!, (element, by) => new ExclusionElement(element, by))])
        {
            Method = index.Method ?? "btree",
            Where = index.Where,
            Timing = timing,
        };

    private static ColumnNames Columns(object? names) => [.. (string[]?)names ?? []];

    /// <summary>PostgreSQL prints most conditions in parentheses, which are written around them anyway.</summary>
    private static string Inner(string condition) => PostgreSqlText.WithoutParentheses(condition);

    private static ReferentialAction Action(string letter) =>
        letter switch
        {
            "r" => ReferentialAction.Restrict,
            "c" => ReferentialAction.Cascade,
            "n" => ReferentialAction.SetNull,
            "d" => ReferentialAction.SetDefault,
            _ => ReferentialAction.NoAction,
        };
}
