namespace Retort;

/// <summary>Schema changes in SQLite's SQL: https://sqlite.org/lang_createtable.html, https://sqlite.org/lang_altertable.html.</summary>
internal sealed partial class SqliteDdlCompiler(SqlSyntax syntax, TypeMap types) : DdlCompiler(syntax, types)
{
    /// <inheritdoc />
    /// <remarks>
    /// ADD COLUMN only fills in a default that is a constant. DROP COLUMN refuses a column that anything mentions; a rebuild takes those
    /// things away with it. Constraints and the properties of a column cannot be changed at all.
    /// </remarks>
    public override bool CanAlter(TableChange change) =>
        change switch
        {
            Retort.RenameColumn => true,
            AddColumn { IfNotExists: false, Column: var column } => column
                is { Autoincrement: false, Computed: null or { Stored: false } }
                && CanFill(column),
            _ => false,
        };

    /// <inheritdoc />
    /// <remarks>Only a key that is declared exactly INTEGER is counted up (https://sqlite.org/autoinc.html); it has 64 bits.</remarks>
    protected override void Column(SqlWriter writer, Column column) =>
        base.Column(writer, column.Autoincrement ? column with { Type = new Integer() } : column);

    /// <inheritdoc />
    protected override void Autoincrement(SqlWriter writer, Column column)
    {
        // stands in the primary key, which can have a name there
    }

    /// <inheritdoc />
    protected override void PrimaryKey(SqlWriter writer, Table? table, PrimaryKeyConstraint key)
    {
        if (key.Columns is [var only] && table?.FindColumn(only) is { Autoincrement: true })
            writer.Write($"PRIMARY KEY ({new Name(only)} AUTOINCREMENT)");
        else
            base.PrimaryKey(writer, table, key);
    }

    /// <inheritdoc />
    protected override string DefaultExpression(ServerDefault standard)
    {
        var expression = base.DefaultExpression(standard);
        return IsConstant(standard) || SqliteLexer.IsCurrentTime(expression) ? expression : $"({expression})";
    }

    /// <inheritdoc />
    /// <remarks>A trigger's name says nothing of its table.</remarks>
    protected override void NameOf(SqlWriter writer, SchemaObject named)
    {
        if (named.Kind is "trigger")
            writer.Write(new Name(named.Name.Name.Split('.', 2)[^1]));
        else
            base.NameOf(writer, named);
    }

    /// <summary>Whether ALTER TABLE can give existing rows a value.</summary>
    private bool CanFill(Column column) =>
        DefaultOf(column) is not { } expression ? column.Nullable
        : expression.Equals("NULL", StringComparison.OrdinalIgnoreCase) ? column.Nullable
        : IsConstant(Here(column.ServerDefault));

    private static bool IsConstant(ServerDefault standard) =>
        standard.Value switch
        {
            SqlFragment fragment => SqliteLexer.IsConstant(fragment.Text),
            SqlValue => false,
            string text => !SqliteTypes.IsSpelled(text),
            _ => true,
        };
}
