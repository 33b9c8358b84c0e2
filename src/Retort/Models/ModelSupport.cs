using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Retort;

/// <summary>What generated code calls; not meant to be called by hand.</summary>
public static class ModelSupport
{
    /// <summary>An object whose initialisers and constructor have not run; generated code then sets each of its fields.</summary>
    public static E NewUninitialized<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors
        )]
            E
    >()
        where E : class => (E)RuntimeHelpers.GetUninitializedObject(typeof(E));

    /// <summary>The typed table of a model that has no static member <c>Table</c> of its own.</summary>
    public static Table<E, C, O> TableOf<E, C, O>()
        where E : class, ITableModel<E>
        where C : struct, IColumns<C>, ISelectable<E>
        where O : struct, IColumns<O> => (Table<E, C, O>)E.Table;

    /// <summary>The tables of a project, what its SQL files carry, and those of the assemblies that it references, each once.</summary>
    public static MetaData MetaData(Assembly project, IEnumerable<Table> own, params ReadOnlySpan<MetaData> referenced)
    {
        IEnumerable<SchemaObject> objects = CarriedSchema.Of(project);
        foreach (var metaData in referenced)
            (own, objects) = (own.Concat(metaData.Tables), objects.Concat(metaData.Objects));
        return new MetaData(own.Distinct()) { Objects = [.. objects.Distinct()] };
    }

    /// <summary>A model from the columns at <paramref name="ordinal"/>, which moves behind them; null where its key is NULL.</summary>
    public static E? ReadOptional<E>(Row row, ref int ordinal, int key, int columns)
        where E : class, IModel<E>
    {
        if (!row.IsNull(ordinal + key))
            return row.GetModel<E>(ref ordinal);
        ordinal += columns;
        return null;
    }

    /// <summary>A copy that changes inside the value do not reach.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static T? Copy<T>(JsonShape<T> shape, T? value)
        where T : class? => value is null ? null : shape.Copy(value)!;

    /// <summary>A copy of the bytes.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static byte[]? Copy(byte[]? value) => (byte[]?)value?.Clone();

    /// <summary>Whether both are the same JSON; null is only the same as null.</summary>
    public static bool Same<T>(JsonShape<T> shape, T? left, T? right)
        where T : class? => left is null || right is null ? ReferenceEquals(left, right) : shape.Same(left, right);

    /// <summary>Whether both are the same bytes; null is only the same as null.</summary>
    public static bool Same(byte[]? left, byte[]? right) =>
        left is null || right is null ? ReferenceEquals(left, right) : left.AsSpan().SequenceEqual(right);

    /// <summary>Whether both are the same number; NaN is the same as NaN.</summary>
    public static bool Same(double? left, double? right) =>
        left is { } one && right is { } other ? one.Equals(other) : left.HasValue == right.HasValue;

    /// <summary>Whether both are the same number; NaN is the same as NaN.</summary>
    public static bool Same(float? left, float? right) =>
        left is { } one && right is { } other ? one.Equals(other) : left.HasValue == right.HasValue;

    /// <summary>Whether both are the same time of the same kind.</summary>
    public static bool Same(DateTime? left, DateTime? right) => left == right && left?.Kind == right?.Kind;

    /// <summary>A value as a person reads it in an error message.</summary>
    public static string Describe(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            byte[] bytes => $"{bytes.Length} bytes",
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    /// <summary>A JSON value as a person reads it in an error message.</summary>
    public static string Describe<T>(JsonShape<T> shape, T? value)
        where T : class?
    {
        if (value is null)
            return "null";
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, JsonShape.WriterOptions))
            shape.Write(json, value);
        return Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length));
    }

    /// <summary>The error of a session that is to know objects of a table without key.</summary>
    public static NotSupportedException Keyless(string table) =>
        new(
            $"Table '{table}' has no key: its rows can be queried, and written by statements, but a session cannot know them."
        );

    /// <summary>The error of a key with a wrong number of parts.</summary>
    public static ArgumentException WrongKey(string table, int expected, int given) =>
        new($"The key of table '{table}' has {expected} part{(expected == 1 ? "" : "s")}, {given} given.");
}
