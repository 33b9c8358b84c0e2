using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>A column from a property.</summary>
internal sealed class ColumnParser(INamedTypeSymbol model, Compilation compilation, Reporter reporter)
{
    /// <summary>The column; null where the type has none, which is reported.</summary>
    public ColumnModel? Parse(IPropertySymbol property, bool isInKey, bool isOnlyKey)
    {
        if (ValueParser.Of(property) is not { } value)
        {
            if (property.Type.IsUnknown())
                return null; // the compiler says so
            reporter.Report(
                Diagnostics.UnmappedType,
                property,
                property.Title(),
                property.Type.Title(),
                Advice(property.Type)
            );
            return null;
        }
        if (ValueParser.UsesReflection(value))
            reporter.Report(
                reporter.IsTrimmed ? Diagnostics.JsonWhenTrimmed : Diagnostics.JsonByReflection,
                property,
                property.Title()
            );
        var isKey = isInKey && KeyParser.IsUsableKey(property, value);
        return new ColumnModel
        {
            Property = property.Name,
            Identifier = property.Name.Escaped(),
            Column = NameOf(property),
            Value = value,
            CanBeNull = !isKey && CanBeNull(property),
            IsNullable = !isKey && CanBeNull(property) && !property.Has(Names.Required),
            Ddl = ColumnTypeParser.Parse(property, value),
            Order = OrderOf(property),
            Autoincrement = KeyParser.IsAutoincrement(property, value, isOnlyKey),
            Identity = ServerValueParser.Identity(property),
            ServerDefault = ServerValueParser.Default(property, value, reporter),
            OnUpdate = ServerValueParser.OnUpdate(property, value, reporter),
            BeforeUpdate = new UpdateMemberParser(model, compilation, reporter).Parse(property),
            Computed = ServerValueParser.Computed(property),
            Collation = property.AttributeOf(Names.Collation)?.Argument(0) as string,
            Comment = CommentOf(property),
            RenamedFrom = [.. FormerNames(property)],
            Setter = new SetterParser(model, compilation).Parse(property),
        };
    }

    /// <summary>The name of a property's column.</summary>
    public static string NameOf(IPropertySymbol property) =>
        (property.AttributeOf(Names.Column) ?? property.AttributeOf(Names.SchemaColumn))?.Argument(0) as string
        ?? property.AttributeOf(Names.ColumnOf)?.Named<string>("Name")
        ?? SnakeCase.Convert(property.Name);

    /// <summary>The comment of a class or property; null: none.</summary>
    public static string? CommentOf(ISymbol symbol) =>
        (symbol.AttributeOf(Names.Comment) ?? symbol.AttributeOf(Names.EfComment))?.Argument(0) as string;

    /// <summary>The names that a class, a property or a member of an enum had before in the database.</summary>
    public static IEnumerable<string> FormerNames(ISymbol symbol) =>
        symbol.AttributesOf(Names.RenamedFrom).Select(attribute => attribute.Argument(0)).OfType<string>();

    private static int? OrderOf(IPropertySymbol property) =>
        new[] { Names.Column, Names.ColumnOf, Names.SchemaColumn }
            .Select(name => property.AttributeOf(name)?.NamedArgument("Order").Value as int?)
            .FirstOrDefault(order => order >= 0);

    /// <summary>A <c>required</c> object that does not declare its nullability is not null.</summary>
    private static bool CanBeNull(IPropertySymbol property) =>
        ValueParser.MayBeNull(property.Type)
        && !(property.Type.NullableAnnotation is NullableAnnotation.None && property.IsRequired);

    /// <summary>The name of an enum's member; null where the argument is none.</summary>
    public static string? EnumMember(TypedConstant argument) =>
        argument
            .Type?.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, argument.Value))
            ?.Name;

    private static string Advice(ITypeSymbol type) =>
        type.Underlying() switch
        {
            IArrayTypeSymbol array =>
                $"Write 'List<{array.ElementType.Title()}>', or keep it out of the table with [NotMapped]",
            INamedTypeSymbol named when named.Has(Names.Table) =>
                $"Store the key of the row, with [ForeignKey<{named.Name}>], and mark this property [NotMapped]",
            INamedTypeSymbol { TypeArguments: [var rows] } when rows.Has(Names.Table) =>
                "Rows of another table are read by a query: mark this property [NotMapped]",
            INamedTypeSymbol { TypeArguments: [var item, ..] } generic
                when generic.Is(Names.List) || generic.Is(Names.Dictionary) =>
                $"A JSON column holds scalars, lists, dictionaries by string, and JsonNode; '{item.Title()}' is none of them. Write 'JsonNode', or keep it out of the table with [NotMapped]",
            _ =>
                "Use a type that has one (a number, bool, string, Guid, enum, DateTimeOffset, DateOnly, TimeOnly, TimeSpan, Uri, byte[], List<T>, Dictionary<string, T>, JsonNode), convert it with [Converter<…>], or keep it out of the table with [NotMapped]",
        };
}
