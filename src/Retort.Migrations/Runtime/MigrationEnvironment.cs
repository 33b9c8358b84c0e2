namespace Retort.Migrations;

/// <summary>What a project's revisions are made for. The project has one class that derives from this; generated code registers it.</summary>
public abstract class MigrationEnvironment
{
    /// <summary>The schema as the models declare it; autogenerate compares the database with it.</summary>
    public abstract MetaData TargetMetaData { get; }

    /// <summary>The table that has a row for each head that is applied; null: what retort.json says, else <c>retort_version</c>.</summary>
    /// <remarks>An application that migrates itself has no retort.json: another name belongs here.</remarks>
    public virtual TableName? VersionTable => null;

    /// <summary>The table that records each run of a revision; null: what retort.json says, else <c>retort_history</c>.</summary>
    /// <inheritdoc cref="VersionTable" path="/remarks" />
    public virtual TableName? HistoryTable => null;

    /// <summary>How long to wait for somebody else who is changing the schema; null: five minutes.</summary>
    public virtual TimeSpan? LockTimeout => null;

    /// <summary>
    /// Whether generated revisions change tables that are there without keeping those waiting who write, where the database can: at the price
    /// of more than one transaction.
    /// </summary>
    public virtual bool NonBlocking => true;

    /// <summary>Whether a table belongs to this history. What does not is neither created, changed nor dropped by autogenerate.</summary>
    public virtual bool Include(TableName table) => true;
}
