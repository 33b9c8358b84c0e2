using System.Text;

namespace Retort.Migrations;

/// <summary>Writes the classes of tables.</summary>
internal sealed class ModelWriter(IReadOnlyList<Table> tables, ModelNames names, Dialect dialect, string space)
{
    /// <summary>Has attributes of the same names as Retort's, so that it is not used whole.</summary>
    private const string Shared = "System.ComponentModel.DataAnnotations.Schema";

    private static readonly (string Space, string[] Words)[] Namespaces =
    [
        ("System", ["Guid", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan"]),
        ("System.ComponentModel.DataAnnotations", ["[Key]", "[StringLength("]),
        ("System.Collections.Generic", ["List<"]),
        ("System.Net", ["IPAddress", "IPNetwork"]),
        ("System.Net.NetworkInformation", ["PhysicalAddress"]),
        ("System.Text.Json.Nodes", ["JsonNode"]),
        ($"DatabaseGeneratedAttribute = {Shared}.DatabaseGeneratedAttribute", ["[DatabaseGenerated("]),
        ($"DatabaseGeneratedOption = {Shared}.DatabaseGeneratedOption", ["[DatabaseGenerated("]),
    ];

    private readonly StringBuilder _code = new();

    /// <summary>The whole file.</summary>
    public string Write(Table table)
    {
        _code.Clear();
        Class(table);
        return $"{Usings()}\nnamespace {space};\n\n{_code}";
    }

    /// <summary>Only what is used; each model compiles with implicit usings and without.</summary>
    private string Usings()
    {
        var code = _code.ToString();
        var used =
            from pair in Namespaces
            where pair.Words.Any(word => code.Contains(word, StringComparison.Ordinal))
            select $"using {pair.Space};\n";
        return string.Concat(used) + "using Retort;\n";
    }

    private void Class(Table table)
    {
        var attributes = new ModelAttributes(table, names);
        foreach (var attribute in attributes.OfClass())
            _code.Append($"[{attribute}]\n");
        _code.Append($"public partial class {names.Class(table.FullName)}\n{{\n");
        var separator = "";
        foreach (var (column, position) in table.Columns.Select((column, position) => (column, position)))
        {
            _code.Append(separator);
            Property(table, column, position, attributes);
            separator = "\n";
        }
        _code.Append("}\n");
    }

    private void Property(Table table, Column column, int position, ModelAttributes attributes)
    {
        var type = TypeOf(table, column);
        var name = names.Property(table.FullName, column.Name);
        foreach (var attribute in attributes.OfProperty(column, type))
            _code.Append($"    [{attribute}]\n");
        foreach (var attribute in new ColumnAttributes(table, column, dialect.Ddl).List(name, position, type))
            _code.Append($"    [{attribute}]\n");
        var isFilled = column.ServerDefault.Exists || column.Computed is not null || column.Autoincrement;
        var isRequired = type.IsReference && !column.Nullable && !isFilled;
        _code.Append("    public ").Append(isRequired ? "required " : "").Append(type.CSharp);
        _code.Append(column.Nullable ? "? " : " ").Append(name).Append(" { get; set; }");
        _code.Append(type.IsReference && !column.Nullable && isFilled ? " = null!;\n" : "\n");
    }

    /// <summary>A whole number that refers to one has its C# type, where the database does without one type for both.</summary>
    private ModelType TypeOf(Table table, Column column)
    {
        var type = ModelType.Of(column, dialect.Types);
        return column.Type is UnknownType && type.IsWhole && Referred(table, column) is { IsWhole: true } referred
            ? type with
            {
                CSharp = referred.CSharp,
            }
            : type;
    }

    private ModelType? Referred(Table table, Column column)
    {
        var key = table.ForeignKeys.FirstOrDefault(each => each.Columns is [var only] && only == column.Name);
        var referred = tables.FirstOrDefault(each => each.FullName == key?.Table);
        return referred?.FindColumn(key!.References[0]) is { } found ? ModelType.Of(found, dialect.Types) : null;
    }
}
