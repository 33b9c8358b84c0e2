using System.Diagnostics;

namespace Retort.Migrations;

/// <summary>The operation of each kind of object beside tables.</summary>
internal static class ObjectOperations
{
    /// <summary>The operation that creates it.</summary>
    public static Operation Create(SchemaObject created) =>
        created switch
        {
            SchemaNamespace schema => new CreateSchemaOp(schema.Schema),
            EnumDefinition type => new CreateEnumOp(type.Name, type.Labels),
            DomainDefinition domain => new CreateDomainOp(domain),
            SequenceDefinition sequence => new CreateSequenceOp(sequence),
            ExtensionDefinition extension => new CreateExtensionOp(extension),
            ViewDefinition view => new CreateViewOp(view),
            CarriedObject carried => new CreateCarriedOp(carried),
            _ => throw new UnreachableException(),
        };

    /// <summary>The operation that drops it.</summary>
    public static Operation Drop(SchemaObject dropped) => Create(dropped).Reverse();

    /// <summary>The operation that makes another of it in its place; null where it must be dropped and created.</summary>
    public static Operation? Change(SchemaObject found, SchemaObject wanted) =>
        (found, wanted) switch
        {
            (SequenceDefinition before, SequenceDefinition after) => new AlterSequenceOp(after) { Existing = before },
            (DomainDefinition before, DomainDefinition after)
                when before.Type == after.Type && before.Collation == after.Collation => Change(before, after),
            (ViewDefinition before, ViewDefinition { Materialized: false } after) => new ReplaceViewOp(after)
            {
                Replaced = before,
            },
            (CarriedObject before, CarriedObject after) when CanReplace(before, after) => new ReplaceCarriedOp(after)
            {
                Replaced = before,
            },
            _ => null,
        };

    private static AlterDomainOp Change(DomainDefinition before, DomainDefinition after) =>
        new(after.Name)
        {
            Nullable = before.Nullable == after.Nullable ? null : after.Nullable,
            ServerDefault = before.ServerDefault == after.ServerDefault ? default : OrNone(after.ServerDefault),
            ExistingServerDefault =
                before.ServerDefault == after.ServerDefault ? default : OrNone(before.ServerDefault),
            Drop = [.. before.Checks.Except(after.Checks)],
            Add = [.. after.Checks.Except(before.Checks)],
        };

    /// <summary>The default, or the statement that there is none.</summary>
    private static ServerDefault OrNone(ServerDefault standard) => standard.Exists ? standard : (string?)null;

    /// <summary>Whether CREATE OR REPLACE takes the place of what is there: arguments, their names and defaults, and the result must be the same.</summary>
    private static bool CanReplace(CarriedObject before, CarriedObject after) =>
        after.ReplacesItself && Head(before.Sql) == Head(after.Sql);

    private static string Head(string sql) => string.Join('\n', sql.ReplaceLineEndings("\n").Split('\n').Take(2));
}
