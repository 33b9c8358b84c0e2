using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Generators;

/// <summary>What the database gives a column: a default, a counted number, a computed value.</summary>
internal static class ServerValueParser
{
    /// <summary>An expression that makes the server default; null: there is none.</summary>
    public static string? Default(IPropertySymbol property, ValueModel value, Reporter reporter)
    {
        if (property.AttributeOf(Names.ServerDefault) is not { } attribute)
            return null;
        if (attribute.ConstructorArguments is [{ } portable])
            return Portable(property, value, portable, reporter);
        if (attribute.Named<string>("Expression") is { } expression)
            return $"global::Retort.Ddl.Sql({Text.Literal(expression)})";
        var literal = attribute.NamedArgument("Literal");
        return literal.IsNull ? null : literal.ToCSharpString();
    }

    /// <summary>An expression that says how values are counted; null: in the database's usual way.</summary>
    public static string? Identity(IPropertySymbol property)
    {
        if (property.AttributeOf(Names.Identity) is not { } attribute)
            return null;
        var kind = attribute.ConstructorArguments is [{ } argument] ? ColumnParser.EnumMember(argument) : "ByDefault";
        var options = attribute.NamedArguments.Select(each => $"{each.Key} = {each.Value.ToCSharpString()}").ToList();
        return $"new global::Retort.Identity(global::Retort.IdentityKind.{kind})"
            + (options.Count > 0 ? $" {{ {string.Join(", ", options)} }}" : "");
    }

    /// <summary>An expression that says how the value is computed; null: it is stored as given.</summary>
    public static string? Computed(IPropertySymbol property) =>
        property.AttributeOf(Names.Computed) is { } attribute
            ? $"new global::Retort.ComputedSql({Text.Literal(attribute.Argument(0) as string)}, {(attribute.Named<bool>("Stored") ? "true" : "false")})"
            : null;

    private static string? Portable(
        IPropertySymbol property,
        ValueModel value,
        TypedConstant argument,
        Reporter reporter
    )
    {
        var member = ColumnParser.EnumMember(argument);
        if (member is not "Now" || value.Name is "DateTimeOffset" or "DateTime")
            return $"global::Retort.SqlValue.{member}";
        reporter.Report(Diagnostics.NowOfAnotherType, property, property.Title(), property.Type.Title());
        return null;
    }
}
