namespace Retort;

/// <summary>A statement, or several, in somebody's own SQL: one step, whatever it holds.</summary>
/// <param name="Texts">The SQL around the values, one text more than there are values.</param>
/// <param name="Values">Written as exact literals between the texts.</param>
public sealed record ExecuteSql(ValueList<string> Texts, ValueList<object?> Values) : DdlElement;
