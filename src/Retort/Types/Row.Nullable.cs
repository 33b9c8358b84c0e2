namespace Retort;

/// <remarks>The methods of columns that may be NULL; a database overrides one where it can tell with a single call.</remarks>
public partial class Row
{
    /// <summary>Reads a <see cref="bool"/>, or null.</summary>
    public virtual bool? GetBooleanOrNull(int ordinal) => IsNull(ordinal) ? null : GetBoolean(ordinal);

    /// <summary>Reads a <see cref="short"/>, or null.</summary>
    public virtual short? GetInt16OrNull(int ordinal) => IsNull(ordinal) ? null : GetInt16(ordinal);

    /// <summary>Reads a <see cref="int"/>, or null.</summary>
    public virtual int? GetInt32OrNull(int ordinal) => IsNull(ordinal) ? null : GetInt32(ordinal);

    /// <summary>Reads a <see cref="long"/>, or null.</summary>
    public virtual long? GetInt64OrNull(int ordinal) => IsNull(ordinal) ? null : GetInt64(ordinal);

    /// <summary>Reads a <see cref="float"/>, or null.</summary>
    public virtual float? GetSingleOrNull(int ordinal) => IsNull(ordinal) ? null : GetSingle(ordinal);

    /// <summary>Reads a <see cref="double"/>, or null.</summary>
    public virtual double? GetDoubleOrNull(int ordinal) => IsNull(ordinal) ? null : GetDouble(ordinal);

    /// <summary>Reads a <see cref="decimal"/>, or null.</summary>
    public virtual decimal? GetDecimalOrNull(int ordinal) => IsNull(ordinal) ? null : GetDecimal(ordinal);

    /// <summary>Reads a <see cref="Guid"/>, or null.</summary>
    public virtual Guid? GetGuidOrNull(int ordinal) => IsNull(ordinal) ? null : GetGuid(ordinal);

    /// <summary>Reads a <see cref="DateTimeOffset"/>, or null.</summary>
    public virtual DateTimeOffset? GetDateTimeOffsetOrNull(int ordinal) =>
        IsNull(ordinal) ? null : GetDateTimeOffset(ordinal);

    /// <summary>Reads a <see cref="DateTime"/>, or null.</summary>
    public virtual DateTime? GetDateTimeOrNull(int ordinal) => IsNull(ordinal) ? null : GetDateTime(ordinal);

    /// <summary>Reads a <see cref="DateOnly"/>, or null.</summary>
    public virtual DateOnly? GetDateOnlyOrNull(int ordinal) => IsNull(ordinal) ? null : GetDateOnly(ordinal);

    /// <summary>Reads a <see cref="TimeOnly"/>, or null.</summary>
    public virtual TimeOnly? GetTimeOnlyOrNull(int ordinal) => IsNull(ordinal) ? null : GetTimeOnly(ordinal);

    /// <summary>Reads a <see cref="string"/>, or null.</summary>
    public virtual TimeSpan? GetTimeSpanOrNull(int ordinal) => IsNull(ordinal) ? null : GetTimeSpan(ordinal);

    /// <summary>Reads a <see cref="string"/>, or null.</summary>
    public virtual string? GetStringOrNull(int ordinal) => IsNull(ordinal) ? null : GetString(ordinal);

    /// <summary>Reads a <see cref="byte"/> array, or null.</summary>
    public virtual byte[]? GetBytesOrNull(int ordinal) => IsNull(ordinal) ? null : GetBytes(ordinal);

    /// <summary>Reads a JSON value, or null where the column is NULL.</summary>
    public T? GetJsonOrNull<T>(int ordinal, JsonShape<T> shape)
        where T : class? => IsNull(ordinal) ? null : GetJson(ordinal, shape);

    /// <summary>Reads a list that is an array of the database, or null.</summary>
    public List<T>? GetArrayOrNull<T>(int ordinal, JsonShape<List<T>> shape) =>
        IsNull(ordinal) ? null : GetArray(ordinal, shape);

    /// <summary>Reads a date and a time on any clock, or null.</summary>
    public virtual DateTime? GetNaiveDateTimeOrNull(int ordinal) => IsNull(ordinal) ? null : GetNaiveDateTime(ordinal);
}
