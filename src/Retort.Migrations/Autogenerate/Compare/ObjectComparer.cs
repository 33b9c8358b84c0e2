namespace Retort.Migrations;

/// <summary>What models declare beside tables: schemas, enums of columns, and what they carry in SQL. What only the database has is left alone.</summary>
internal static class ObjectComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var declared in comparison.Objects)
            switch (declared, comparison.FoundObject(declared))
            {
                case (SchemaNamespace schema, null):
                    Add(comparison, declared, new CreateSchemaOp(schema.Schema));
                    break;
                case (EnumDefinition type, null):
                    Add(comparison, declared, new CreateEnumOp(type.Name, type.Labels));
                    break;
                case (EnumDefinition type, EnumDefinition found):
                    Labels(comparison, type, found);
                    break;
                case (CarriedObject carried, null):
                    Add(comparison, declared, new CreateCarriedOp(carried));
                    break;
                case (CarriedObject carried, CarriedObject found) when !IsSame(carried, found):
                    Changed(comparison, carried, found);
                    break;
            }
    }

    private static void Add(Comparison comparison, SchemaObject declared, Operation operation) =>
        comparison.Add(PhaseOf(declared), operation, $"Detected added {declared.Kind} '{declared.Name}'");

    private static void Changed(Comparison comparison, CarriedObject declared, CarriedObject found)
    {
        var words = $"Detected changed {declared.Kind} '{declared.Name}'";
        if (!declared.Sql.StartsWith("CREATE OR REPLACE", StringComparison.OrdinalIgnoreCase))
            comparison.Add(
                Phase.DropObjectOfTables,
                new DropCarriedOp(found.Kind, found.Name) { Sql = found.DropSql, Dropped = found }
            );
        comparison.Add(PhaseOf(declared), new CreateCarriedOp(declared) { Replaced = found }, words);
    }

    /// <summary>New labels are added where they sort; one that is gone from the model stays, because rows may have it.</summary>
    public static void Labels(Comparison comparison, EnumDefinition declared, EnumDefinition found)
    {
        for (var at = declared.Labels.Count - 1; at >= 0; at--)
            if (!found.Labels.Contains(declared.Labels[at]))
                comparison.Add(
                    Phase.CreateObject,
                    new AddEnumLabelOp(
                        declared.Name,
                        declared.Labels[at],
                        at + 1 < declared.Labels.Count ? declared.Labels[at + 1] : null
                    ),
                    $"Detected added label '{declared.Labels[at]}' of enum '{declared.Name}'"
                );
    }

    public static Phase PhaseOf(SchemaObject each) =>
        each.NeedsTables ? Phase.CreateObjectOfTables : Phase.CreateObject;

    public static bool IsSame(CarriedObject declared, CarriedObject found) =>
        declared.Sql.ReplaceLineEndings("\n").Trim() == found.Sql.ReplaceLineEndings("\n").Trim();
}
