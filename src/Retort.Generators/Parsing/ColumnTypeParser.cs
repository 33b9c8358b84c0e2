using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Generators;

/// <summary>The type of a column: as attributes say it, else that of the C# type.</summary>
internal static class ColumnTypeParser
{
    private const string Ddl = "global::Retort.Ddl.";

    /// <summary>An expression that makes the type.</summary>
    public static string Parse(IPropertySymbol property, ValueModel value)
    {
        if (property.AttributeOf(Names.ColumnOf) is { AttributeClass.TypeArguments: [var type] } typed)
            return type.Is(Names.EnumType) ? Enumeration(property, typed)
                : IsComposed(type) ? $"{Ddl}{type.Name}({Element(typed, value)})"
                : $"{Ddl}{type.Name}({Arguments(typed.Values())})";
        if (TypeName(property) is { } name)
            return $"{Ddl}Unknown({Text.Literal(name)}{(value.Name is "String" ? "" : ", isText: false")})";
        if (value.Kind is ValueKind.Text && LengthOf(property) is { } length)
            return $"{Ddl}Varchar({length})";
        if (value.Name is "Decimal" && Precision(property) is { } digits)
            return $"{Ddl}Numeric({digits})";
        return Ddl + value.Ddl;
    }

    /// <summary>A type of the database with the labels of the property's enum.</summary>
    private static string Enumeration(IPropertySymbol property, AttributeData attribute)
    {
        var names = attribute.Texts();
        var labels = property.Type.Underlying() is INamedTypeSymbol { TypeKind: TypeKind.Enum } type
            ? ConvertedParser.Labels(type).Select(each => each.Label).Distinct()
            : [];
        var name = names.FirstOrDefault() ?? SnakeCase.Convert(property.Type.Underlying().Name);
        return $"{Ddl}Enumeration({Text.Literal(name)}, {Text.Literals(labels)}"
            + (names.Count > 1 ? $", {Text.Literal(names[1])}" : "")
            + ")"
            + FormerLabels(property.Type.Underlying());
    }

    /// <summary>The names that labels had before.</summary>
    private static string FormerLabels(ITypeSymbol type)
    {
        var renamed = (
            from member in type.GetMembers().OfType<IFieldSymbol>()
            where member.HasConstantValue
            from before in ColumnParser.FormerNames(member)
            select $"new({Text.Literal(ConvertedParser.LabelOf(member))}, {Text.Literal(before)})"
        ).ToList();
        return renamed.Count > 0 ? $" with {{ RenamedFrom = [{string.Join(", ", renamed)}] }}" : "";
    }

    private static bool IsComposed(ITypeSymbol type) => type.Is(Names.ArrayOf) || type.Is(Names.RangeOf);

    /// <summary>The type of the elements: as it is said, <c>[Column&lt;ArrayOf&gt;(typeof(Varchar), 30)]</c>, else that of the C# type.</summary>
    private static string Element(AttributeData attribute, ValueModel value)
    {
        var arguments = attribute.Values();
        if (arguments is [{ Value: ITypeSymbol element }, ..])
            return $"{Ddl}{element.Name}({Arguments(arguments.Skip(1))})";
        var open = value.Ddl.IndexOf('(');
        return value.Ddl.Substring(open + 1, value.Ddl.Length - open - 2);
    }

    /// <summary>Constants as code writes them.</summary>
    private static string Arguments(IEnumerable<TypedConstant> arguments) =>
        string.Join(", ", arguments.Select(argument => argument.ToCSharpString()));

    private static string? TypeName(IPropertySymbol property) =>
        property.AttributeOf(Names.Column)?.Named<string>("TypeName")
        ?? property.AttributeOf(Names.SchemaColumn)?.Named<string>("TypeName");

    private static string? Precision(IPropertySymbol property) =>
        (property.AttributeOf(Names.Precision) ?? property.AttributeOf(Names.EfPrecision)) is { } attribute
            ? $"{attribute.Argument(0)}, {attribute.Argument(1) ?? 0}"
            : null;

    private static int? LengthOf(IPropertySymbol property) =>
        (property.AttributeOf(Names.StringLength) ?? property.AttributeOf(Names.MaxLength))?.Argument(0)
            is int length
                and > 0
            ? length
            : null;
}
