namespace Retort.Migrations;

/// <summary>The labels of a type that both sides have.</summary>
internal static class EnumComparer
{
    /// <summary>New labels are added where they sort; one that is gone from the model stays, because rows may have it.</summary>
    public static void Compare(Comparison comparison, EnumDefinition declared, EnumDefinition found)
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
}
