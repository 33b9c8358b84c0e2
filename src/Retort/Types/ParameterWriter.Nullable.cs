namespace Retort;

/// <remarks>The methods of columns that may be NULL; a database overrides one where a NULL has a type too.</remarks>
public partial class ParameterWriter
{
    private static readonly Json JsonType = new();

    /// <summary>Writes a <see cref="bool"/>, or NULL.</summary>
    public virtual void WriteOrNull(bool? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="short"/>, or NULL.</summary>
    public virtual void WriteOrNull(short? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="int"/>, or NULL.</summary>
    public virtual void WriteOrNull(int? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="long"/>, or NULL.</summary>
    public virtual void WriteOrNull(long? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="float"/>, or NULL.</summary>
    public virtual void WriteOrNull(float? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="double"/>, or NULL.</summary>
    public virtual void WriteOrNull(double? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="decimal"/>, or NULL.</summary>
    public virtual void WriteOrNull(decimal? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="Guid"/>, or NULL.</summary>
    public virtual void WriteOrNull(Guid? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="DateTimeOffset"/>, or NULL.</summary>
    public virtual void WriteOrNull(DateTimeOffset? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="DateTime"/>, or NULL.</summary>
    public virtual void WriteOrNull(DateTime? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="DateOnly"/>, or NULL.</summary>
    public virtual void WriteOrNull(DateOnly? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="TimeOnly"/>, or NULL.</summary>
    public virtual void WriteOrNull(TimeOnly? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes a <see cref="string"/>, or NULL.</summary>
    public virtual void WriteOrNull(string? value)
    {
        if (value is null)
            WriteNull();
        else
            Write(value);
    }

    /// <summary>Writes bytes, or NULL.</summary>
    public virtual void WriteOrNull(byte[]? value)
    {
        if (value is null)
            WriteNull();
        else
            Write(value);
    }

    /// <summary>Writes a value as JSON, or NULL where there is none.</summary>
    public void WriteJsonOrNull<T>(JsonShape<T> shape, T? value)
        where T : class?
    {
        if (value is null)
            WriteNull(JsonType);
        else
            WriteJson(shape, value);
    }

    /// <summary>Writes a <see cref="TimeSpan"/>, or NULL.</summary>
    public void WriteOrNull(TimeSpan? value)
    {
        if (value is { } some)
            Write(some);
        else
            WriteNull();
    }

    /// <summary>Writes text for a column of a type that is no text to the database, or NULL.</summary>
    public void WriteOrNull(string? value, SqlType type)
    {
        if (value is not null)
            Write(value, type);
        else
            WriteNull(type);
    }

    /// <summary>Writes a list as an array of the database, or NULL.</summary>
    public void WriteArrayOrNull<T>(JsonShape<List<T>> shape, List<T>? value)
    {
        if (value is { } some)
            WriteArray(shape, some);
        else
            WriteNull();
    }

    /// <summary>Writes a date and a time on any clock, or NULL.</summary>
    public void WriteNaiveOrNull(DateTime? value)
    {
        if (value is { } some)
            WriteNaive(some);
        else
            WriteNull();
    }
}
