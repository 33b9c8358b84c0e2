using System.Data.Common;
using System.Text.Json;

namespace Retort;

/// <summary>The current row of a result, read by ordinal. A database overrides how each C# type is stored.</summary>
/// <remarks>Except for <see cref="IsNull"/> and <see cref="GetValue"/>, a method may only be called for a value that is not null.</remarks>
public partial class Row(DbDataReader reader)
{
    /// <summary>The driver's reader, positioned on the row.</summary>
    protected DbDataReader Reader => reader;

    /// <summary>Gives the one object of a row where a session tracks it; null: each row is a new object.</summary>
    public EntityReader? Entities { get; init; }

    /// <summary>Whether the column is NULL.</summary>
    public virtual bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    /// <summary>The value as the driver gives it; null for NULL.</summary>
    public object? GetValue(int ordinal) => IsNull(ordinal) ? null : reader.GetValue(ordinal);

    /// <summary>Reads a <see cref="bool"/>.</summary>
    public virtual bool GetBoolean(int ordinal) => reader.GetBoolean(ordinal);

    /// <summary>Reads a <see cref="short"/>.</summary>
    public virtual short GetInt16(int ordinal) => reader.GetInt16(ordinal);

    /// <summary>Reads an <see cref="int"/>.</summary>
    public virtual int GetInt32(int ordinal) => reader.GetInt32(ordinal);

    /// <summary>Reads a <see cref="long"/>.</summary>
    public virtual long GetInt64(int ordinal) => reader.GetInt64(ordinal);

    /// <summary>Reads a <see cref="float"/>.</summary>
    public virtual float GetSingle(int ordinal) => reader.GetFloat(ordinal);

    /// <summary>Reads a <see cref="double"/>.</summary>
    public virtual double GetDouble(int ordinal) => reader.GetDouble(ordinal);

    /// <summary>Reads a <see cref="decimal"/>.</summary>
    public virtual decimal GetDecimal(int ordinal) => reader.GetDecimal(ordinal);

    /// <summary>Reads a <see cref="string"/>.</summary>
    public virtual string GetString(int ordinal) => reader.GetString(ordinal);

    /// <summary>Reads a <see cref="Guid"/>.</summary>
    public virtual Guid GetGuid(int ordinal) => reader.GetGuid(ordinal);

    /// <summary>Reads a point in time, in UTC.</summary>
    public virtual DateTimeOffset GetDateTimeOffset(int ordinal) => reader.GetFieldValue<DateTimeOffset>(ordinal);

    /// <summary>Reads a point in time as a <see cref="DateTime"/> of kind <see cref="DateTimeKind.Utc"/>.</summary>
    public virtual DateTime GetDateTime(int ordinal) => GetDateTimeOffset(ordinal).UtcDateTime;

    /// <summary>Reads a <see cref="DateOnly"/>.</summary>
    public virtual DateOnly GetDateOnly(int ordinal) => reader.GetFieldValue<DateOnly>(ordinal);

    /// <summary>Reads a <see cref="TimeOnly"/>.</summary>
    public virtual TimeOnly GetTimeOnly(int ordinal) => reader.GetFieldValue<TimeOnly>(ordinal);

    /// <summary>Reads a length of time.</summary>
    public virtual TimeSpan GetTimeSpan(int ordinal) => reader.GetFieldValue<TimeSpan>(ordinal);

    /// <summary>Reads a date and a time on any clock, as a <see cref="DateTime"/> of kind <see cref="DateTimeKind.Unspecified"/>.</summary>
    public virtual DateTime GetNaiveDateTime(int ordinal) => reader.GetDateTime(ordinal);

    /// <summary>Reads bytes.</summary>
    public virtual byte[] GetBytes(int ordinal) => reader.GetFieldValue<byte[]>(ordinal);

    /// <summary>Reads text as UTF-8; valid until the reader moves.</summary>
    public virtual ReadOnlySpan<byte> GetUtf8(int ordinal) => System.Text.Encoding.UTF8.GetBytes(GetString(ordinal));

    /// <summary>Reads a JSON value.</summary>
    public T GetJson<T>(int ordinal, JsonShape<T> shape)
    {
        try
        {
            var json = new Utf8JsonReader(GetUtf8(ordinal));
            json.Read();
            return shape.Read(ref json);
        }
        catch (JsonException error)
        {
            throw NotJson(ordinal, error);
        }
    }

    /// <summary>Reads a list that is an array of the database; where it has none, JSON.</summary>
    public virtual List<T> GetArray<T>(int ordinal, JsonShape<List<T>> shape) => GetJson(ordinal, shape);

    /// <summary>The error of a column whose text is not JSON, or not of the shape that the model expects.</summary>
    protected virtual Exception NotJson(int ordinal, JsonException error) =>
        new JsonException($"The column '{reader.GetName(ordinal)}' cannot be read: {error.Message}", error);

    /// <summary>Reads a model from the columns at <paramref name="ordinal"/> and moves it behind them.</summary>
    public T GetModel<T>(ref int ordinal)
        where T : class, IModel<T> =>
        Entities is { } entities ? entities.Read<T>(this, ref ordinal) : T.Read(this, ref ordinal);
}

/// <summary>Reads models out of rows with an identity: one object per key.</summary>
public abstract class EntityReader
{
    /// <summary>The object of the row at <paramref name="ordinal"/>, which moves behind the model's columns.</summary>
    public abstract T Read<T>(Row row, ref int ordinal)
        where T : class, IModel<T>;
}

/// <summary>A type whose rows generated code can read.</summary>
public interface IModel<TSelf>
    where TSelf : class, IModel<TSelf>
{
    /// <summary>Names of the columns that <see cref="Read"/> expects, in order.</summary>
    static abstract IReadOnlyList<string> ColumnNames { get; }

    /// <summary>A new object from the columns at <paramref name="ordinal"/>, which moves behind them.</summary>
    static abstract TSelf Read(Row row, ref int ordinal);
}
