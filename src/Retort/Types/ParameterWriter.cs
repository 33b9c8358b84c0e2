using System.Buffers;
using System.Data.Common;
using System.Text;
using System.Text.Json;

namespace Retort;

/// <summary>Writes the parameters of a command in order; a prepared command is written again after <see cref="Restart"/>.</summary>
/// <remarks>A database overrides how each C# type is stored; <see cref="Row"/> is the reading side.</remarks>
public partial class ParameterWriter(DbCommand command)
{
    private ArrayBufferWriter<byte>? _buffer;
    private Utf8JsonWriter? _json;
    private int _position;

    /// <summary>Begins again at the first parameter.</summary>
    public void Restart() => _position = 0;

    /// <summary>Writes NULL.</summary>
    public virtual void WriteNull(SqlType? type = null) => Set(DBNull.Value);

    /// <summary>Writes a <see cref="bool"/>.</summary>
    public virtual void Write(bool value) => Set(value);

    /// <summary>Writes a <see cref="short"/>.</summary>
    public virtual void Write(short value) => Set(value);

    /// <summary>Writes an <see cref="int"/>.</summary>
    public virtual void Write(int value) => Set(value);

    /// <summary>Writes a <see cref="long"/>.</summary>
    public virtual void Write(long value) => Set(value);

    /// <summary>Writes a <see cref="float"/>.</summary>
    public virtual void Write(float value) => Set(value);

    /// <summary>Writes a <see cref="double"/>.</summary>
    public virtual void Write(double value) => Set(value);

    /// <summary>Writes a <see cref="decimal"/>.</summary>
    public virtual void Write(decimal value) => Set(value);

    /// <summary>Writes a <see cref="string"/>.</summary>
    public virtual void Write(string value) => Set(value);

    /// <summary>Writes text for a column of a type that is no text to the database, such as an enum of its own.</summary>
    public virtual void Write(string value, SqlType type) => Write(value);

    /// <summary>Writes a <see cref="Guid"/>.</summary>
    public virtual void Write(Guid value) => Set(value);

    /// <summary>Writes a point in time; stored as UTC.</summary>
    public virtual void Write(DateTimeOffset value) => Set(value.ToUniversalTime());

    /// <summary>Writes a point in time; Local is converted, Unspecified is an error.</summary>
    /// <exception cref="ArgumentException">The value's kind is <see cref="DateTimeKind.Unspecified"/>.</exception>
    public void Write(DateTime value) =>
        Write(
            value.Kind is not DateTimeKind.Unspecified
                ? new DateTimeOffset(value.ToUniversalTime())
                : throw new ArgumentException(
                    $"A DateTime of kind Unspecified is no point in time: {value:O}. Write DateTime.SpecifyKind(value, DateTimeKind.Utc), or use DateTimeOffset."
                )
        );

    /// <summary>Writes a date and a time on any clock.</summary>
    /// <exception cref="ArgumentException">The value is a point in time: its kind is not <see cref="DateTimeKind.Unspecified"/>.</exception>
    public void WriteNaive(DateTime value) =>
        WriteClock(
            value.Kind is DateTimeKind.Unspecified
                ? value
                : throw new ArgumentException(
                    $"The column has no time zone, and a DateTime of kind {value.Kind} is a point in time: {value:O}. Write DateTime.SpecifyKind(value, DateTimeKind.Unspecified), or give the column a time zone."
                )
        );

    /// <summary>Writes a date and a time whose kind is <see cref="DateTimeKind.Unspecified"/>.</summary>
    protected virtual void WriteClock(DateTime value) => Set(value);

    /// <summary>Writes a <see cref="DateOnly"/>.</summary>
    public virtual void Write(DateOnly value) => Set(value);

    /// <summary>Writes a <see cref="TimeOnly"/>.</summary>
    public virtual void Write(TimeOnly value) => Set(value);

    /// <summary>Writes a length of time.</summary>
    public virtual void Write(TimeSpan value) => Set(value);

    /// <summary>Writes bytes.</summary>
    public virtual void Write(byte[] value) => Set(value);

    /// <summary>Writes JSON text.</summary>
    public virtual void WriteJson(ReadOnlySpan<byte> utf8) => Set(Encoding.UTF8.GetString(utf8));

    /// <summary>Writes a value as JSON.</summary>
    public void WriteJson<T>(JsonShape<T> shape, T value)
    {
        _buffer ??= new ArrayBufferWriter<byte>();
        _buffer.ResetWrittenCount();
        _json ??= new Utf8JsonWriter(_buffer, JsonShape.WriterOptions);
        _json.Reset(_buffer);
        shape.Write(_json, value);
        _json.Flush();
        WriteJson(_buffer.WrittenSpan);
    }

    /// <summary>Writes a list as an array of the database; where it has none, as JSON.</summary>
    public virtual void WriteArray<T>(JsonShape<List<T>> shape, List<T> value) => WriteJson(shape, value);

    /// <summary>Gives the next parameter its value, as the driver takes it.</summary>
    protected void Set(object value)
    {
        var position = NextPosition();
        if (position == command.Parameters.Count)
            command.Parameters.Add(NewParameter(command, position));
        command.Parameters[position].Value = value;
    }

    /// <summary>The position of the parameter that is written now.</summary>
    protected int NextPosition() => _position++;

    /// <summary>The parameter at a position, named as the database's SQL names it.</summary>
    protected virtual DbParameter NewParameter(DbCommand command, int position)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = $"@p{position}";
        return parameter;
    }
}
