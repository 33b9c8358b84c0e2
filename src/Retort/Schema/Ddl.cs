namespace Retort;

/// <summary>The words of a revision, for <c>using static Retort.Ddl</c>. None is named like a type of <c>System</c>.</summary>
public static class Ddl
{
    /// <summary>The time of the statement or transaction, as a server default.</summary>
    public const SqlValue Now = SqlValue.Now;

    /// <summary>The row is deleted too, or follows the change of the key.</summary>
    public const ReferentialAction Cascade = ReferentialAction.Cascade;

    /// <summary>An error, checked at once.</summary>
    public const ReferentialAction Restrict = ReferentialAction.Restrict;

    /// <summary>The referring columns become NULL.</summary>
    public const ReferentialAction SetNull = ReferentialAction.SetNull;

    /// <summary>The referring columns become their default.</summary>
    public const ReferentialAction SetDefault = ReferentialAction.SetDefault;

    /// <summary>A table in a schema other than the connection's.</summary>
    public static TableName InSchema(string schema, string table) => new(table, schema);

    /// <summary>A column.</summary>
    public static Column Column(
        string name,
        SqlType type,
        bool nullable = true,
        ServerDefault serverDefault = default,
        bool autoincrement = false,
        string? collation = null
    ) =>
        new(name, type)
        {
            Nullable = nullable,
            ServerDefault = serverDefault,
            Autoincrement = autoincrement,
            Collation = collation,
        };

    /// <summary>The primary key.</summary>
    public static PrimaryKeyConstraint PrimaryKey(ColumnNames columns, string? name = null) => new(name, columns);

    /// <summary>A unique constraint.</summary>
    public static UniqueConstraint Unique(ColumnNames columns, string? name = null) => new(name, columns);

    /// <summary>A check of a condition in SQL.</summary>
    public static CheckConstraint Check(string sql, string? name = null) => new(name, sql);

    /// <summary>A foreign key to columns of another table.</summary>
    public static ForeignKeyConstraint ForeignKey(
        ColumnNames columns,
        TableName table,
        ColumnNames references,
        string? name = null,
        ReferentialAction onDelete = ReferentialAction.NoAction,
        ReferentialAction onUpdate = ReferentialAction.NoAction
    ) => new(name, columns, table, references) { OnDelete = onDelete, OnUpdate = onUpdate };

    /// <summary>SQL text, as opposed to a literal.</summary>
    public static SqlFragment Sql(string text) => new(text);

    /// <summary>A column in descending order, in an index.</summary>
    public static IndexElement Desc(string column) => new(column, Descending: true);

    /// <summary>True or false.</summary>
    public static Bool Bool() => new();

    /// <summary>A whole number of 16 bits.</summary>
    public static SmallInt SmallInt() => new();

    /// <summary>A whole number of 32 bits.</summary>
    public static Integer Integer() => new();

    /// <summary>A whole number of 64 bits.</summary>
    public static BigInt BigInt() => new();

    /// <summary>A binary floating-point number of 32 bits.</summary>
    public static Real Real() => new();

    /// <summary>A binary floating-point number of 64 bits.</summary>
    public static DoublePrecision DoublePrecision() => new();

    /// <summary>An exact decimal number.</summary>
    public static Numeric Numeric(int precision, int scale) => new(precision, scale);

    /// <summary>Text of any length.</summary>
    public static Text Text() => new();

    /// <summary>Text of at most <paramref name="length"/> characters.</summary>
    public static Varchar Varchar(int length) => new(length);

    /// <summary>A universally unique identifier.</summary>
    public static Uuid Uuid() => new();

    /// <summary>A point in time.</summary>
    public static Timestamp Timestamp(bool timeZone = false) => new(timeZone);

    /// <summary>A day without a time.</summary>
    public static Date Date() => new();

    /// <summary>A time of day without a date.</summary>
    public static Time Time() => new();

    /// <summary>Bytes of any length.</summary>
    public static Blob Blob() => new();

    /// <summary>A JSON value.</summary>
    public static Json Json() => new();

    /// <summary>Text of exactly <paramref name="length"/> characters, filled up with blanks.</summary>
    public static Character Character(int length) => new(length);

    /// <summary>A length of time.</summary>
    public static Interval Interval() => new();

    /// <summary>A list of values of one type in one column.</summary>
    public static ArrayOf ArrayOf(SqlType element) => new(element);

    /// <summary>A type of the database whose values are labels.</summary>
    public static EnumType Enumeration(string name, ValueList<string> labels, string? schema = null) =>
        new(name, labels, schema);

    /// <summary>A type of the database that has no model here, by its name.</summary>
    public static UnknownType Unknown(string name) => new(name);
}
