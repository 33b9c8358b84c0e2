namespace Retort;

/// <summary>A type whose values a program sees as text, in the form in which the database itself reads and prints them.</summary>
/// <remarks>A parameter is sent as the column's own type, not as text; a database that would send another form is asked for text.</remarks>
public abstract record TextualType : SqlType
{
    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value as string ?? throw Mismatch(value), this);

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetString(ordinal);
}
