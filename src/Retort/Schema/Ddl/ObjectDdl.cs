namespace Retort;

/// <summary>CREATE of an object that is no table.</summary>
public sealed record CreateObject(SchemaObject Object) : DdlElement;

/// <summary>DROP of an object that is no table.</summary>
public sealed record DropObject(SchemaObject Object) : DdlElement;

/// <summary>Another view of the same name, in the place of the one that is there.</summary>
public sealed record ReplaceView(ViewDefinition View) : DdlElement;

/// <summary>ALTER SEQUENCE; what is not said before and not said now stays.</summary>
/// <param name="Sequence">The sequence as it will be.</param>
/// <param name="Existing">The sequence as it is.</param>
public sealed record AlterSequence(SequenceDefinition Sequence, SequenceDefinition Existing) : DdlElement;

/// <summary>ALTER DOMAIN, with the one action that is said.</summary>
/// <param name="Name">The domain.</param>
public sealed record AlterDomain(TableName Name) : DdlElement
{
    /// <summary>Whether values may be NULL from now on.</summary>
    public bool? Nullable { get; init; }

    /// <summary>The new default; one that is set and does not exist drops it.</summary>
    public ServerDefault ServerDefault { get; init; }

    /// <summary>The check to drop, by name.</summary>
    public string? Dropped { get; init; }

    /// <summary>The check to add.</summary>
    public CheckConstraint? Added { get; init; }
}

/// <summary>ALTER TYPE … ADD VALUE.</summary>
/// <param name="Name">The enum.</param>
/// <param name="Label">The new label.</param>
/// <param name="Before">The label in front of which it sorts; null: it is the last.</param>
public sealed record AddEnumLabel(TableName Name, string Label, string? Before = null) : DdlElement;

/// <summary>Other labels of an enum, or another order of them; columns keep their values.</summary>
/// <param name="Name">The enum.</param>
/// <param name="Labels">All its labels from now on.</param>
public sealed record AlterEnum(TableName Name, ValueList<string> Labels) : DdlElement;

/// <summary>ALTER TYPE … RENAME VALUE.</summary>
public sealed record RenameEnumLabel(TableName Name, string Label, string NewLabel) : DdlElement;
