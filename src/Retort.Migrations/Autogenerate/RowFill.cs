namespace Retort.Migrations;

/// <summary>What rows that are there get in a column that becomes NOT NULL: the value that its type begins with.</summary>
internal static class RowFill
{
    /// <summary>The value; unset where the column says what rows get, may be NULL, or no value of the type means nothing.</summary>
    public static ServerDefault Of(Table table, Column column) =>
        column.Nullable
        || column.ServerDefault.Exists
        || column.Autoincrement
        || column.Computed is not null
        || table.ForeignKeys.Any(key => key.Columns.Contains(column.Name))
            ? default
            : Of(column.Type);

    private static ServerDefault Of(SqlType type) =>
        type switch
        {
            Bool => false,
            SmallInt or Integer or BigInt or UnsignedBigInt or Real or DoublePrecision or Numeric => 0,
            Text or Varchar or Character or Citext => "",
            Uuid => "00000000-0000-0000-0000-000000000000",
            Timestamp { TimeZone: true } => SqlValue.Now,
            Timestamp => new SqlFragment("CURRENT_TIMESTAMP"),
            Date => new SqlFragment("CURRENT_DATE"),
            Time => "00:00:00",
            Json => "{}",
            EnumType { Labels: [var first, ..] } => first,
            _ => default,
        };
}
