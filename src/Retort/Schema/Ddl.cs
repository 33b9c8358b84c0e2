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

    /// <summary>The key is checked at the end of each statement, unless the transaction puts it off.</summary>
    public const ConstraintTiming Deferrable = ConstraintTiming.Deferrable;

    /// <summary>The key is checked at COMMIT, unless the transaction asks for it earlier.</summary>
    public const ConstraintTiming Deferred = ConstraintTiming.Deferred;

    /// <summary>NULLs stand in front of all values.</summary>
    public const NullsOrder NullsFirst = NullsOrder.First;

    /// <summary>NULLs stand behind all values.</summary>
    public const NullsOrder NullsLast = NullsOrder.Last;

    /// <summary>A column.</summary>
    public static Column Column(
        string name,
        SqlType type,
        bool nullable = true,
        ServerDefault serverDefault = default,
        bool autoincrement = false,
        string? collation = null,
        Identity? identity = null,
        ComputedSql? computed = null,
        string? comment = null
    ) =>
        new(name, type)
        {
            Nullable = nullable,
            ServerDefault = serverDefault,
            Autoincrement = autoincrement || identity is not null,
            Collation = collation,
            Identity = identity,
            Computed = computed,
            Comment = comment,
        };

    /// <summary>How the database counts the values of a column up, unless an INSERT gives one; see <see cref="Retort.Identity"/>.</summary>
    public static Identity Identity(
        IdentityKind kind = IdentityKind.ByDefault,
        long? start = null,
        long? increment = null,
        long? minValue = null,
        long? maxValue = null,
        long? cache = null,
        bool cycle = false
    ) =>
        new(kind)
        {
            Start = start,
            Increment = increment,
            MinValue = minValue,
            MaxValue = maxValue,
            Cache = cache,
            Cycle = cycle,
        };

    /// <summary>An INSERT that gives a value is an error.</summary>
    public const IdentityKind Always = IdentityKind.Always;

    /// <summary>A column is not counted up any more, in <c>AlterColumn</c>.</summary>
    public static Identity NoIdentity() => new(IdentityKind.None);

    /// <summary>A default that takes the next value of a sequence which belongs to the column.</summary>
    public const IdentityKind Serial = IdentityKind.Serial;

    /// <summary>A value that the database computes from the row's other columns.</summary>
    public static ComputedSql Computed(string sql, bool stored = false, bool isVirtual = false) =>
        new(sql, stored) { Virtual = isVirtual };

    /// <summary>A server default that is not the same on every database: the dialect's name and the default on it; an empty name: on all others.</summary>
    public static DialectDefaults PerDialect(params ValueList<(string Dialect, ServerDefault Default)> defaults) =>
        new(defaults);

    /// <summary>What people are told about the table.</summary>
    public static TableComment Comment(string text) => new(text);

    /// <summary>What stands behind the closing parenthesis of CREATE TABLE.</summary>
    public static TableOptions Options(string sql) => new(sql);

    /// <summary>The primary key.</summary>
    public static PrimaryKeyConstraint PrimaryKey(
        ColumnNames columns,
        string? name = null,
        ValueList<string> include = default,
        ConstraintTiming timing = ConstraintTiming.Immediate,
        string? comment = null
    ) =>
        new(name, columns)
        {
            Include = include,
            Timing = timing,
            Comment = comment,
        };

    /// <summary>A unique constraint.</summary>
    public static UniqueConstraint Unique(
        ColumnNames columns,
        string? name = null,
        bool nullsNotDistinct = false,
        ValueList<string> include = default,
        ConstraintTiming timing = ConstraintTiming.Immediate,
        string? comment = null
    ) =>
        new(name, columns)
        {
            NullsNotDistinct = nullsNotDistinct,
            Include = include,
            Timing = timing,
            Comment = comment,
        };

    /// <summary>A check of a condition in SQL.</summary>
    public static CheckConstraint Check(
        string sql,
        string? name = null,
        bool notValid = false,
        bool noInherit = false,
        string? comment = null
    ) =>
        new(name, sql)
        {
            NotValid = notValid,
            NoInherit = noInherit,
            Comment = comment,
        };

    /// <summary>An index of a table that is declared by itself; revisions create indexes with <c>op.CreateIndex</c>.</summary>
    public static TableIndex Index(
        ValueList<IndexElement> elements,
        string? name = null,
        bool unique = false,
        string? where = null,
        string? method = null,
        ValueList<string> include = default,
        bool nullsNotDistinct = false
    ) =>
        new(name, elements)
        {
            Unique = unique,
            Where = where,
            Method = method,
            Include = include,
            NullsNotDistinct = nullsNotDistinct,
        };

    /// <summary>No two rows answer yes to all comparisons.</summary>
    public static ExclusionConstraint Exclude(
        ValueList<ExclusionElement> elements,
        string? name = null,
        string? method = null,
        string? where = null,
        ConstraintTiming timing = ConstraintTiming.Immediate,
        string? comment = null
    ) =>
        new(name, elements)
        {
            Method = method,
            Where = where,
            Timing = timing,
            Comment = comment,
        };

    /// <summary>What an exclusion compares, and by which operator.</summary>
    public static ExclusionElement With(IndexElement element, string by) => new(element, by);

    /// <summary>A foreign key to columns of another table.</summary>
    public static ForeignKeyConstraint ForeignKey(
        ColumnNames columns,
        TableName table,
        ColumnNames references,
        string? name = null,
        ReferentialAction onDelete = ReferentialAction.NoAction,
        ReferentialAction onUpdate = ReferentialAction.NoAction,
        ConstraintTiming timing = ConstraintTiming.Immediate,
        bool matchFull = false,
        bool notValid = false,
        string? comment = null
    ) =>
        new(name, columns, table, references)
        {
            OnDelete = onDelete,
            OnUpdate = onUpdate,
            Timing = timing,
            MatchFull = matchFull,
            NotValid = notValid,
            Comment = comment,
        };

    /// <summary>A column of an index with all that can be said about it.</summary>
    public static IndexElement By(
        IndexElement element,
        bool descending = false,
        NullsOrder? nulls = null,
        string? collation = null,
        string? operators = null
    ) => element with { Descending = descending, Nulls = nulls, Collation = collation, OperatorClass = operators };

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

    /// <summary>An exact decimal number of as many digits as a value has.</summary>
    public static Numeric Numeric() => new();

    /// <summary>Text of any length.</summary>
    public static Text Text() => new();

    /// <summary>Text of at most <paramref name="length"/> characters; null: any number.</summary>
    public static Varchar Varchar(int? length = null) => new(length);

    /// <summary>A universally unique identifier.</summary>
    public static Uuid Uuid() => new();

    /// <summary>A point in time.</summary>
    public static Timestamp Timestamp(bool timeZone = false, int? precision = null) => new(timeZone, precision);

    /// <summary>A day without a time.</summary>
    public static Date Date() => new();

    /// <summary>A time of day without a date.</summary>
    public static Time Time(int? precision = null) => new(precision);

    /// <summary>Bytes of any length.</summary>
    public static Blob Blob() => new();

    /// <summary>A JSON value.</summary>
    public static Json Json(bool binary = true) => new(binary);

    /// <summary>Text of exactly <paramref name="length"/> characters, filled up with blanks.</summary>
    public static Character Character(int length) => new(length);

    /// <summary>A length of time.</summary>
    public static Interval Interval() => new();

    /// <summary>A list of values of one type in one column.</summary>
    public static ArrayOf ArrayOf(SqlType element) => new(element);

    /// <summary>A type of the database whose values are labels.</summary>
    public static EnumType Enumeration(string name, ValueList<string> labels, string? schema = null) =>
        new(name, labels, schema);

    /// <summary>All values between two of them.</summary>
    public static RangeOf RangeOf(SqlType element, bool multiple = false) => new(element, multiple);

    /// <summary>An internet address.</summary>
    public static Inet Inet() => new();

    /// <summary>A network of internet addresses.</summary>
    public static Cidr Cidr() => new();

    /// <summary>The address of a network card.</summary>
    public static MacAddress MacAddress() => new();

    /// <summary>Text that is compared without regard to case.</summary>
    public static Citext Citext() => new();

    /// <summary>A document as full-text search sees it.</summary>
    public static TsVector TsVector() => new();

    /// <summary>A question to full-text search.</summary>
    public static TsQuery TsQuery() => new();

    /// <summary>An XML document.</summary>
    public static Xml Xml() => new();

    /// <summary>Exactly <paramref name="length"/> bits.</summary>
    public static Bit Bit(int length = 1) => new(length);

    /// <summary>At most <paramref name="length"/> bits; null: any number.</summary>
    public static BitVarying BitVarying(int? length = null) => new(length);

    /// <summary>A whole number of 64 bits without a sign.</summary>
    public static UnsignedBigInt UnsignedBigInt() => new();

    /// <summary>A type of the database that has no model here, by its name.</summary>
    /// <param name="name">The name, as the database writes it.</param>
    /// <param name="isText">Whether values are exchanged as text; otherwise as the driver takes and gives them.</param>
    public static UnknownType Unknown(string name, bool isText = true) => new(name) { IsText = isText };
}
