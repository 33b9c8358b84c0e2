namespace Retort;

/// <summary>CREATE of an object that is no table.</summary>
public sealed record CreateObject(SchemaObject Object) : DdlElement;

/// <summary>DROP of an object that is no table.</summary>
public sealed record DropObject(SchemaObject Object) : DdlElement;

/// <summary>ALTER TYPE … ADD VALUE.</summary>
/// <param name="Name">The enum.</param>
/// <param name="Label">The new label.</param>
/// <param name="Before">The label in front of which it sorts; null: it is the last.</param>
public sealed record AddEnumLabel(TableName Name, string Label, string? Before = null) : DdlElement;

/// <summary>ALTER TYPE … RENAME VALUE.</summary>
public sealed record RenameEnumLabel(TableName Name, string Label, string NewLabel) : DdlElement;
