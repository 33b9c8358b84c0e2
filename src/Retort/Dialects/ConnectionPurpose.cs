namespace Retort;

/// <summary>What a connection is opened for; a database prepares it accordingly.</summary>
public enum ConnectionPurpose
{
    /// <summary>Queries and changes of an application. Pooled.</summary>
    Session,

    /// <summary>A run of migrations. Never pooled; the schema may be changed under foreign keys that are not enforced meanwhile.</summary>
    Migration,

    /// <summary>Reading what is there. Never pooled, never creates a database and leaves its settings alone.</summary>
    Inspection,
}
