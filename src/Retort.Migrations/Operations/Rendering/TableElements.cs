using System.Diagnostics;

namespace Retort.Migrations;

/// <summary>Columns and constraints as they stand in <c>op.CreateTable(…)</c>.</summary>
internal static class TableElements
{
    /// <summary>A column or a constraint, in the words of <see cref="Ddl"/>.</summary>
    public static string Render(ITableElement element) =>
        element switch
        {
            Column column => Column(column),
            PrimaryKeyConstraint key => Call("PrimaryKey", CSharp.Of(key.Columns), Name(key)),
            UniqueConstraint unique => Call("Unique", CSharp.Of(unique.Columns), Name(unique)),
            CheckConstraint check => Call("Check", CSharp.Literal(check.Sql), Name(check)),
            ForeignKeyConstraint key => Call(
                "ForeignKey",
                CSharp.Of(key.Columns),
                CSharp.Of(key.Table),
                CSharp.Of(key.References),
                Name(key),
                CSharp.Named("onDelete", CSharp.Of(key.OnDelete)),
                CSharp.Named("onUpdate", CSharp.Of(key.OnUpdate))
            ),
            _ => throw new UnreachableException(),
        };

    private static string Column(Column column) =>
        Call(
            "Column",
            CSharp.Literal(column.Name),
            column.Type.CSharp,
            CSharp.Flag("nullable", column.Nullable, standard: true),
            column.ServerDefault.Exists ? CSharp.Named("serverDefault", CSharp.Of(column.ServerDefault)) : null,
            CSharp.Flag("autoincrement", column.Autoincrement),
            column.Collation is { } collation ? CSharp.Named("collation", CSharp.Literal(collation)) : null
        );

    private static string? Name(Constraint constraint) =>
        constraint.Name is { } name ? CSharp.Named("name", CSharp.Literal(name)) : null;

    private static string Call(string word, params IEnumerable<string?> arguments) =>
        $"{word}({string.Join(", ", arguments.Where(argument => argument is not null))})";
}
