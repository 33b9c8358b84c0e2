using System.Collections.Immutable;

namespace Retort.Generators;

/// <summary>What is known of the project as a whole.</summary>
/// <param name="RootNamespace">The root namespace as code writes it; empty: none.</param>
/// <param name="Assembly">The assembly's name as a namespace.</param>
internal sealed record ProjectModel(string RootNamespace, string Assembly)
{
    /// <summary>The namespace of what is generated once and is no business of people.</summary>
    public string GeneratedNamespace => Assembly.Length > 0 ? "Retort.Generated." + Assembly : "Retort.Generated";

    /// <summary>The class <c>Tables</c> as code writes it.</summary>
    public string Tables => $"global::{(RootNamespace.Length > 0 ? RootNamespace + "." : "")}Tables";
}

/// <summary>What referenced assemblies announce.</summary>
/// <param name="Dialects">Classes of dialects.</param>
/// <param name="Tables">Classes <c>Tables</c> that this assembly may use.</param>
/// <param name="Revisions">A type of each assembly with revisions.</param>
internal sealed record ReferencesModel(
    EquatableArray<string> Dialects,
    EquatableArray<string> Tables,
    EquatableArray<string> Revisions
);

/// <summary>A model as the class <c>Tables</c> lists it.</summary>
internal sealed record TableEntry(
    string Type,
    string Namespace,
    string QualifiedName,
    string Columns,
    string OptionalColumns,
    bool IsPublic,
    bool HasTableMember,
    string Table
)
{
    public static TableEntry Of(TableModel table) =>
        new(
            table.Type,
            table.Namespace,
            table.QualifiedName,
            table.Members.Columns,
            table.Members.OptionalColumns,
            table.IsPublic,
            table.Members.HasTable,
            table.Table
        );
}

/// <summary>The class <c>Tables</c>: a property for each model, by name, and what is referenced.</summary>
internal sealed record RegistryModel(
    ProjectModel Project,
    EquatableArray<NamedEntry> Tables,
    EquatableArray<string> Referenced
)
{
    /// <summary>Whether the class is generated: a project without tables uses that of a reference with the same name.</summary>
    public bool IsNeeded => !Tables.IsEmpty || !Referenced.Contains(Project.Tables);

    public static RegistryModel Of(
        ProjectModel project,
        ImmutableArray<TableEntry> tables,
        ReferencesModel references
    ) => new(project, EntryNames.Give(tables), references.Tables);
}

/// <summary>A model and the name of its property.</summary>
internal sealed record NamedEntry(string Name, TableEntry Table);
