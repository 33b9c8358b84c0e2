using System.Collections;
using System.Runtime.CompilerServices;

namespace Retort;

/// <summary>One column name or several: <c>"id"</c>, <c>["hero_id", "power_id"]</c>. Compares by value.</summary>
[CollectionBuilder(typeof(ColumnNames), nameof(Create))]
public sealed record ColumnNames(ValueList<string> Names) : IReadOnlyList<string>
{
    /// <inheritdoc />
    public int Count => Names.Count;

    /// <inheritdoc />
    public string this[int index] => Names[index];

    /// <summary>The names of a collection expression.</summary>
    public static ColumnNames Create(ReadOnlySpan<string> names) => new(ValueList.Create(names));

    /// <summary>A single name.</summary>
    public static implicit operator ColumnNames(string name) => [name];

    /// <summary>The names, separated by comma and space.</summary>
    public override string ToString() => Names.ToString();

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator() => Names.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
