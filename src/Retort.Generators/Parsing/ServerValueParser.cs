using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Generators;

/// <summary>What the database gives a column: a default, a counted number, a computed value.</summary>
internal static class ServerValueParser
{
    /// <summary>An expression that makes the server default; null: there is none.</summary>
    public static string? Default(IPropertySymbol property, ValueModel value, Reporter reporter)
    {
        var defaults = property
            .AttributesOf(Names.ServerDefault)
            .Select(each => (Dialect: each.Named<string>("Dialect"), Value: Value(each, property, value, reporter)))
            .Where(each => each.Value is not null)
            .ToList();
        return defaults switch
        {
            [] => null,
            [(null, var only)] => only,
            _ =>
                $"global::Retort.Ddl.PerDialect({string.Join(", ", defaults.Select(each => $"({Text.Literal(each.Dialect ?? "")}, {each.Value})"))})",
        };
    }

    /// <summary>An expression that makes what each UPDATE sets the column to; null: it stays.</summary>
    public static string? OnUpdate(IPropertySymbol property, ValueModel value, Reporter reporter) =>
        property.AttributeOf(Names.OnUpdate) is { } attribute && attribute.Argument(0) is not string
            ? Value(attribute, property, value, reporter)
            : null;

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
            ? $"new global::Retort.ComputedSql({Text.Literal(attribute.Argument(0) as string)}, {(attribute.Named<bool>("Stored") ? "true" : "false")}){(attribute.Named<bool>("Virtual") ? " { Virtual = true }" : "")}"
            : null;

    /// <summary>What an attribute says: a portable value, an expression or a literal.</summary>
    private static string? Value(AttributeData attribute, IPropertySymbol property, ValueModel value, Reporter reporter)
    {
        if (attribute.ConstructorArguments is [{ } portable])
            return Portable(property, value, portable, reporter);
        if (attribute.Named<string>("Expression") is { } expression)
            return $"global::Retort.Ddl.Sql({Text.Literal(expression)})";
        var literal = attribute.NamedArgument("Literal");
        return literal.IsNull ? null : literal.ToCSharpString();
    }

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
