using System.Data.Common;
using System.Globalization;

namespace Retort;

/// <summary>Writes parameters in SQLite's storage classes: numbers as numbers, everything without one as text whose order is its own.</summary>
internal sealed class SqliteParameterWriter(DbCommand command) : ParameterWriter(command)
{
    private static readonly object True = 1L;
    private static readonly object False = 0L;

    /// <inheritdoc />
    public override void Write(bool value) => Set(value ? True : False);

    /// <inheritdoc />
    public override void Write(double value) =>
        Set(
            !double.IsNaN(value)
                ? value
                : throw new ArgumentException("SQLite has no NaN: it would store NULL. Write null, or a number.")
        );

    /// <inheritdoc />
    public override void Write(float value) => Write((double)value);

    /// <inheritdoc />
    public override void Write(decimal value) => Set(SqliteDecimal.ToStorage(value));

    /// <inheritdoc />
    public override void Write(string value) => Set(UnicodeText.Require(value));

    /// <inheritdoc />
    public override void Write(Guid value) => Set(value.ToString());

    /// <inheritdoc />
    public override void Write(DateTimeOffset value) => Set(TypeMap.Text(value));

    /// <inheritdoc />
    protected override void WriteClock(DateTime value) => Set(TypeMap.NaiveText(value));

    /// <inheritdoc />
    public override void Write(DateOnly value) => Set(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override void Write(TimeSpan value) => Set(value.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <inheritdoc />
    public override void Write(TimeOnly value) => Set(value.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture));
}
