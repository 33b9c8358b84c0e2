using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;

namespace Retort;

/// <summary>The converters that generated code uses.</summary>
public static class Converters
{
    /// <summary>8 bits as 16, of which each database has a type.</summary>
    public static ValueConverter<byte, short> Byte { get; } =
        Of<byte, short>(value => value, value => checked((byte)value));

    /// <summary>8 bits as 16.</summary>
    public static ValueConverter<sbyte, short> SByte { get; } =
        Of<sbyte, short>(value => value, value => checked((sbyte)value));

    /// <summary>16 bits without a sign as 32.</summary>
    public static ValueConverter<ushort, int> UInt16 { get; } =
        Of<ushort, int>(value => value, value => checked((ushort)value));

    /// <summary>32 bits without a sign as 64.</summary>
    public static ValueConverter<uint, long> UInt32 { get; } =
        Of<uint, long>(value => value, value => checked((uint)value));

    /// <summary>64 bits without a sign as text of 20 digits, whose order is that of the numbers: not every database has a number as large.</summary>
    public static ValueConverter<ulong, string> UInt64 { get; } =
        Of<ulong, string>(
            value => value.ToString("D20", CultureInfo.InvariantCulture),
            value => ulong.Parse(value, CultureInfo.InvariantCulture)
        );

    /// <summary>One letter as text.</summary>
    public static ValueConverter<char, string> Char { get; } =
        Of<char, string>(value => value.ToString(), value => value[0]);

    /// <summary>An address as it was written.</summary>
    public static ValueConverter<Uri, string> Uri { get; } =
        Of<Uri, string>(value => value.OriginalString, value => new Uri(value, UriKind.RelativeOrAbsolute));

    /// <summary>A version as text.</summary>
    public static ValueConverter<Version, string> Version { get; } =
        Of<Version, string>(value => value.ToString(), System.Version.Parse);

    /// <summary>An internet address as text; that of a single machine may have the length of its network behind it.</summary>
    public static ValueConverter<IPAddress, string> IPAddress { get; } =
        Of<IPAddress, string>(
            value => value.ToString(),
            value =>
                System.Net.IPAddress.Parse(
                    value.AsSpan()[..(value.IndexOf('/') is var end and >= 0 ? end : value.Length)]
                )
        );

    /// <summary>A network of internet addresses as text: <c>10.0.0.0/8</c>.</summary>
    public static ValueConverter<IPNetwork, string> IPNetwork { get; } =
        Of<IPNetwork, string>(value => value.ToString(), System.Net.IPNetwork.Parse);

    /// <summary>The address of a network card as text: <c>08:00:2b:01:02:03</c>.</summary>
    public static ValueConverter<PhysicalAddress, string> PhysicalAddress { get; } =
        Of<PhysicalAddress, string>(
            value =>
                string.Join(
                    ':',
                    value.GetAddressBytes().Select(part => part.ToString("x2", CultureInfo.InvariantCulture))
                ),
            System.Net.NetworkInformation.PhysicalAddress.Parse
        );

    /// <summary>A range as text.</summary>
    public static ValueConverter<SqlRange<T>, string> Range<T>()
        where T : struct, IParsable<T>, IFormattable =>
        Of<SqlRange<T>, string>(value => value.ToString(), SqlRange.Parse<T>);

    /// <summary>A converter of two functions.</summary>
    public static ValueConverter<TModel, TColumn> Of<TModel, TColumn>(
        Func<TModel, TColumn> toColumn,
        Func<TColumn, TModel> fromColumn
    )
        where TModel : notnull
        where TColumn : notnull => new Functions<TModel, TColumn>(toColumn, fromColumn);

    /// <summary>Members of an enum by their labels.</summary>
    /// <exception cref="ArgumentException">When a value is converted that has no label, or a label that no member has.</exception>
    public static ValueConverter<E, string> Labels<E>(params IEnumerable<(E Member, string Label)> labels)
        where E : struct, Enum => new EnumLabels<E>([.. labels]);

    private sealed class Functions<TModel, TColumn>(Func<TModel, TColumn> toColumn, Func<TColumn, TModel> fromColumn)
        : ValueConverter<TModel, TColumn>
        where TModel : notnull
        where TColumn : notnull
    {
        public override TColumn ToColumn(TModel value) => toColumn(value);

        public override TModel FromColumn(TColumn value) => fromColumn(value);
    }

    private sealed class EnumLabels<E>((E Member, string Label)[] labels) : ValueConverter<E, string>
        where E : struct, Enum
    {
        private readonly Dictionary<E, string> _labels = First(labels, each => each.Member, each => each.Label);
        private readonly Dictionary<string, E> _members = First(labels, each => each.Label, each => each.Member);

        public override string ToColumn(E value) =>
            _labels.GetValueOrDefault(value)
            ?? throw new ArgumentException($"{value} is no member of {typeof(E).Name}, and has no label to be stored.");

        public override E FromColumn(string value) =>
            _members.TryGetValue(value, out var member)
                ? member
                : throw new ArgumentException(
                    $"'{value}' is stored, and no member of {typeof(E).Name} has this label."
                );

        /// <summary>Where two members have one value, the first names it.</summary>
        private static Dictionary<TKey, TValue> First<TKey, TValue>(
            (E, string)[] labels,
            Func<(E Member, string Label), TKey> key,
            Func<(E Member, string Label), TValue> value
        )
            where TKey : notnull
        {
            var first = new Dictionary<TKey, TValue>();
            foreach (var each in labels)
                first.TryAdd(key(each), value(each));
            return first;
        }
    }
}
