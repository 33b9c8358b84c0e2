namespace Retort;

/// <summary>Which transaction a change of a schema runs in.</summary>
public enum DdlTransaction
{
    /// <summary>That of the changes around it.</summary>
    Shared,

    /// <summary>One of its own: those before it would keep their locks while it works.</summary>
    Own,

    /// <summary>None: the database refuses it inside of one.</summary>
    None,
}
