namespace Retort.Migrations;

/// <summary>Which transactions the revisions of a run have.</summary>
public enum TransactionMode
{
    /// <summary>Each revision has one, with its version rows; what does not fit into it is a part of its own.</summary>
    Revision,

    /// <summary>All revisions of a run share one: they are done together, or nothing of them remains.</summary>
    All,

    /// <summary>
    /// None: each operation lasts at once, and the journal says which are done. An operation that fits into a transaction is done with its line of
    /// the journal; SQL and code of the user's own are not. The version rows change in a transaction even so.
    /// </summary>
    None,
}
