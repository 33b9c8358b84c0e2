using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Properties whose values are converted: by a converter of the application, as the member of an enum, or by one of the usual converters.</summary>
internal static class ConvertedParser
{
    private const string Usual = "global::Retort.Converters.";

    /// <summary>Types that no database has; docs/models lists them in this order.</summary>
    private static readonly (string Type, ValueModel Value)[] Types =
    [
        ("System.Byte", Scalar("byte", "SmallInt()", "Int16", "Byte", "short")),
        ("System.SByte", Scalar("sbyte", "SmallInt()", "Int16", "SByte", "short")),
        ("System.UInt16", Scalar("ushort", "Integer()", "Int32", "UInt16", "int")),
        ("System.UInt32", Scalar("uint", "BigInt()", "Int64", "UInt32", "long")),
        ("System.UInt64", Scalar("ulong", "UnsignedBigInt()", "String", "UInt64", "string")),
        ("System.Char", Scalar("char", "Character(1)", "String", "Char", "string")),
        ("System.Uri", Object("global::System.Uri", "Uri")),
        ("System.Version", Object("global::System.Version", "Version")),
        ("System.Net.IPAddress", Object("global::System.Net.IPAddress", "IPAddress", "Inet()")),
        ("System.Net.IPNetwork", Scalar("global::System.Net.IPNetwork", "Cidr()", "String", "IPNetwork", "string")),
        (
            "System.Net.NetworkInformation.PhysicalAddress",
            Object("global::System.Net.NetworkInformation.PhysicalAddress", "PhysicalAddress", "MacAddress()")
        ),
    ];

    private static readonly ValueModel Length = new(
        "global::System.TimeSpan",
        "Interval()",
        "TimeSpan",
        ValueKind.Plain
    );

    /// <summary>The values of a property; null where they are not converted.</summary>
    public static ValueModel? Parse(IPropertySymbol property)
    {
        var type = property.Type.Underlying();
        if (property.AttributeOf(Names.Converter) is { AttributeClass.TypeArguments: [INamedTypeSymbol converter] })
            return ByConverter(type, converter);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } members)
            return Enum(property, members);
        if (type is INamedTypeSymbol { TypeArguments: [var bound] } && type.Is(Names.SqlRange))
            return Range(bound);
        return type.Is("System.TimeSpan") ? Length : Types.FirstOrDefault(each => type.Is(each.Type)).Value;
    }

    /// <summary>The labels of an enum, in the order of its members: <c>[EnumMember(Value = "…")]</c>, else the member's name.</summary>
    public static IEnumerable<(string Member, string Label)> Labels(INamedTypeSymbol type) =>
        from member in type.GetMembers().OfType<IFieldSymbol>()
        where member.HasConstantValue
        select (member.Name, LabelOf(member));

    /// <summary>The label of a member: <c>[EnumMember(Value = "…")]</c>, else its name.</summary>
    public static string LabelOf(IFieldSymbol member) =>
        member.AttributeOf(Names.EnumMember)?.Named<string>("Value") ?? member.Name;

    private static ValueModel? ByConverter(ITypeSymbol type, INamedTypeSymbol converter)
    {
        var form = converter.WithBases().FirstOrDefault(each => each.Is(Names.ValueConverter));
        if (form is not { TypeArguments: [_, var column] } || ValueParser.Parse(column) is not { Json: null } stored)
            return null;
        var kind = type.IsValueType ? ValueKind.Plain : ValueKind.Object;
        if (type.IsValueType && !HasEquality(type))
            kind = ValueKind.Object;
        return new(
            type.GlobalName(),
            stored.Ddl,
            stored.Name,
            kind,
            Converter: new($"new {converter.GlobalName()}()", stored.CSharp)
        );
    }

    private static bool HasEquality(ITypeSymbol type) =>
        type.SpecialType is not SpecialType.None
        || type.TypeKind is TypeKind.Enum
        || type.GetMembers("op_Inequality").Length > 0;

    /// <summary>By number where the column is one, or members are combined; else by label.</summary>
    private static ValueModel Enum(IPropertySymbol property, INamedTypeSymbol type)
    {
        var name = type.GlobalName();
        var column = property.AttributeOf(Names.ColumnOf)?.AttributeClass?.TypeArguments[0].Name;
        if (column is "SmallInt" or "Integer" or "BigInt" || column is null && type.Has(Names.Flags))
        {
            var (number, suffix) = column switch
            {
                "SmallInt" => ("short", "Int16"),
                "BigInt" => ("long", "Int64"),
                _ => ("int", "Int32"),
            };
            var expression =
                $"{Usual}Of<{name}, {number}>(static value => ({number})value, static value => ({name})value)";
            return new(name, $"{column ?? "Integer"}()", suffix, ValueKind.Plain, Converter: new(expression, number));
        }
        var labels = Labels(type).Select(each => $"({name}.{each.Member.Escaped()}, {Text.Literal(each.Label)})");
        return new(
            name,
            "Text()",
            "String",
            ValueKind.Plain,
            Converter: new($"{Usual}Labels<{name}>({string.Join(", ", labels)})", "string")
        );
    }

    private static ValueModel Scalar(string type, string ddl, string suffix, string converter, string column) =>
        new(type, ddl, suffix, ValueKind.Plain, Converter: new(Usual + converter, column));

    private static ValueModel Object(string type, string converter, string ddl = "Text()") =>
        new(type, ddl, "String", ValueKind.Object, Converter: new(Usual + converter, "string"));

    /// <summary>A range; null where the database has none of such values.</summary>
    private static ValueModel? Range(ITypeSymbol bound)
    {
        if (
            ValueParser.Parse(bound)
            is not { Name: "Int32" or "Int64" or "Decimal" or "DateOnly" or "DateTimeOffset" } value
        )
            return null;
        var ddl = value.Name is "Decimal" ? "Numeric()" : value.Ddl;
        return Scalar(
            $"global::Retort.SqlRange<{value.CSharp}>",
            $"RangeOf(global::Retort.Ddl.{ddl})",
            "String",
            $"Range<{value.CSharp}>()",
            "string"
        );
    }
}
