namespace Retort.Generators;

/// <summary>The class <c>Tables</c> in the project's root namespace.</summary>
internal static class RegistryEmitter
{
    public static string Emit(RegistryModel registry)
    {
        var code = new CodeWriter();
        code.Write(Text.Header);
        code.Gap();
        if (registry.Project.RootNamespace.Length > 0)
            code.Write($"global using global::{registry.Project.RootNamespace};\n");
        if (!registry.Tables.IsEmpty)
            code.Write($"[assembly: global::Retort.RetortTables(typeof({registry.Project.Tables}))]\n");
        if (registry.Project.RootNamespace.Length > 0)
            code.Write($"namespace {registry.Project.RootNamespace};\n");
        code.Write("/// <summary>The tables of this project.</summary>");
        // a project without tables has nothing to offer, and must not stand before the Tables of one that references it
        code.Block($"{Text.Access(!registry.Tables.IsEmpty)} static class Tables", () => Members(code, registry));
        return code.ToString();
    }

    private static void Members(CodeWriter code, RegistryModel registry)
    {
        code.Write(
            $$"""
            /// <summary>The tables of this project and of the projects that it references.</summary>
            public static global::Retort.MetaData MetaData { get; } = {{MetaData(registry)}};
            """
        );
        foreach (var entry in registry.Tables)
        {
            code.Gap();
            Table(code, entry);
        }
    }

    private static string MetaData(RegistryModel registry)
    {
        var own = $"[{string.Join(", ", registry.Tables.Select(entry => entry.Name.Escaped()))}]";
        var referenced = string.Concat(registry.Referenced.Select(type => $", {type}.MetaData"));
        return $"global::Retort.ModelSupport.MetaData(typeof(Tables).Assembly, {own}{referenced})";
    }

    private static void Table(CodeWriter code, NamedEntry entry)
    {
        var table = entry.Table;
        var arguments = $"<{table.Type}, {table.Type}.{table.Columns}, {table.Type}.{table.OptionalColumns}>";
        var value = table.HasTableMember ? $"{table.Type}.Table" : $"global::Retort.ModelSupport.TableOf{arguments}()";
        code.Write(
            $"""
            /// <summary>The table <c>{Text.Xml(table.Table)}</c>.</summary>
            {Text.Access(table.IsPublic)} static global::Retort.Table{arguments} {entry.Name.Escaped()} => {value};
            """
        );
    }
}
