using System.Diagnostics;
using System.Globalization;

namespace Retort.Migrations;

/// <summary>Columns and constraints as they stand in <c>op.CreateTable(…)</c>.</summary>
internal static class TableElements
{
    /// <summary>A table's elements, with what is said about the table itself.</summary>
    public static IEnumerable<string> Of(Table table) =>
        [
            .. table.Elements.Select(Render),
            .. table.Comment is { } comment ? [$"Comment({CSharp.Literal(comment)})"] : Array.Empty<string>(),
            .. table.Options is { } options ? [$"Options({CSharp.Literal(options)})"] : Array.Empty<string>(),
        ];

    /// <summary>A column or a constraint, in the words of <see cref="Ddl"/>.</summary>
    public static string Render(ITableElement element) =>
        element switch
        {
            Column column => Column(column),
            PrimaryKeyConstraint key => Call(
                "PrimaryKey",
                CSharp.Of(key.Columns),
                Name(key),
                Include(key.Include),
                Timing(key.Timing),
                Comment(key.Comment)
            ),
            UniqueConstraint unique => Call(
                "Unique",
                CSharp.Of(unique.Columns),
                Name(unique),
                CSharp.Flag("nullsNotDistinct", unique.NullsNotDistinct),
                Include(unique.Include),
                Timing(unique.Timing),
                Comment(unique.Comment)
            ),
            CheckConstraint check => Call(
                "Check",
                CSharp.Literal(check.Sql),
                Name(check),
                CSharp.Flag("notValid", check.NotValid),
                CSharp.Flag("noInherit", check.NoInherit),
                Comment(check.Comment)
            ),
            ExclusionConstraint exclusion => Call(
                "Exclude",
                $"[{string.Join(", ", exclusion.Elements.Select(each => $"With({CSharp.Of(each.Element)}, {CSharp.Literal(each.Operator)})"))}]",
                Name(exclusion),
                Text("method", exclusion.Method),
                Text("where", exclusion.Where),
                Timing(exclusion.Timing),
                Comment(exclusion.Comment)
            ),
            ForeignKeyConstraint key => Call(
                "ForeignKey",
                CSharp.Of(key.Columns),
                CSharp.Of(key.Table),
                CSharp.Of(key.References),
                Name(key),
                CSharp.Named("onDelete", CSharp.Of(key.OnDelete)),
                CSharp.Named("onUpdate", CSharp.Of(key.OnUpdate)),
                Timing(key.Timing),
                CSharp.Flag("matchFull", key.MatchFull),
                CSharp.Flag("notValid", key.NotValid),
                Comment(key.Comment)
            ),
            _ => throw new UnreachableException(),
        };

    /// <summary>A text by name; null where there is none.</summary>
    public static string? Text(string name, string? text) =>
        text is null ? null : CSharp.Named(name, CSharp.Literal(text));

    /// <summary>Checks as a list, by name; null where there are none.</summary>
    public static string? List(string name, ValueList<CheckConstraint> checks) =>
        checks.Count > 0 ? CSharp.Named(name, $"[{string.Join(", ", checks.Select(Render))}]") : null;

    /// <summary>Columns that an index carries along; null where there are none.</summary>
    public static string? Include(ValueList<string> columns) =>
        columns.Count > 0 ? CSharp.Named("include", CSharp.List(columns)) : null;

    private static string Column(Column column) =>
        Call(
            "Column",
            CSharp.Literal(column.Name),
            column.Type.CSharp,
            CSharp.Flag("nullable", column.Nullable, standard: true),
            column.ServerDefault.Exists ? CSharp.Named("serverDefault", CSharp.Of(column.ServerDefault)) : null,
            column.Identity is null ? CSharp.Flag("autoincrement", column.Autoincrement) : null,
            Text("collation", column.Collation),
            column.Identity is { } identity ? CSharp.Named("identity", Identity(identity)) : null,
            column.Computed is { } computed
                ? CSharp.Named(
                    "computed",
                    Call(
                        "Computed",
                        CSharp.Literal(computed.Text),
                        CSharp.Flag("stored", computed.Stored),
                        CSharp.Flag("isVirtual", computed.Virtual)
                    )
                )
                : null,
            Comment(column.Comment)
        );

    /// <summary>How a column is counted up.</summary>
    public static string Identity(Identity identity) =>
        Call(
            "Identity",
            identity.Kind is IdentityKind.ByDefault ? null : identity.Kind.ToString(),
            Number("start", identity.Start),
            Number("increment", identity.Increment),
            Number("minValue", identity.MinValue),
            Number("maxValue", identity.MaxValue),
            Number("cache", identity.Cache),
            CSharp.Flag("cycle", identity.Cycle)
        );

    private static string? Number(string name, long? number) =>
        CSharp.Named(name, number?.ToString(CultureInfo.InvariantCulture));

    private static string? Timing(ConstraintTiming timing) =>
        timing is ConstraintTiming.Immediate ? null : CSharp.Named("timing", timing.ToString());

    private static string? Comment(string? comment) => Text("comment", comment);

    private static string? Name(Constraint constraint) => Text("name", constraint.Name);

    private static string Call(string word, params IEnumerable<string?> arguments) =>
        $"{word}({string.Join(", ", arguments.Where(argument => argument is not null))})";
}
