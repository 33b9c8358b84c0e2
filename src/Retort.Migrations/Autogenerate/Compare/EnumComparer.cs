namespace Retort.Migrations;

/// <summary>The labels of types that both sides have.</summary>
internal static class EnumComparer
{
    /// <summary>New labels are added where they sort; then the type is made anew where labels go, or stand in another order.</summary>
    public static void Compare(Comparison comparison, EnumDefinition declared, EnumDefinition found)
    {
        var labels = found.Labels.ToList();
        for (var at = declared.Labels.Count - 1; at >= 0; at--)
            if (!found.Labels.Contains(declared.Labels[at]))
                Add(comparison, declared, at, labels);
        if (!labels.SequenceEqual(declared.Labels))
            comparison.Add(
                Phase.DropObject,
                new AlterEnumOp(declared.Name, declared.Labels) { Existing = [.. labels] },
                [.. Words(declared, labels)]
            );
    }

    private static void Add(Comparison comparison, EnumDefinition declared, int at, List<string> labels)
    {
        var label = declared.Labels[at];
        var before = at + 1 < declared.Labels.Count ? declared.Labels[at + 1] : null;
        comparison.Add(
            Phase.CreateObject,
            new AddEnumLabelOp(declared.Name, label, before) { Existing = [.. labels] },
            $"Detected added label '{label}' of enum '{declared.Name}'"
        );
        labels.Insert(before is null ? labels.Count : labels.IndexOf(before), label);
    }

    private static IEnumerable<string> Words(EnumDefinition declared, List<string> labels) =>
        [
            .. labels
                .Except(declared.Labels)
                .Select(label => $"Detected removed label '{label}' of enum '{declared.Name}'"),
            .. labels.Where(declared.Labels.Contains).SequenceEqual(declared.Labels)
                ? Enumerable.Empty<string>()
                : [$"Detected changed order of the labels of enum '{declared.Name}'"],
        ];
}
