namespace Retort.Tool;

/// <summary>What a command needs to run.</summary>
internal enum CommandNeeds
{
    /// <summary>The sources of revisions, or nothing.</summary>
    Sources,

    /// <summary>A database, which the tool opens by its own drivers.</summary>
    Database,

    /// <summary>The sources of revisions; with the compiled project and its database it does more.</summary>
    ProjectIfPossible,

    /// <summary>The compiled project, and the database by the project's drivers.</summary>
    Project,
}
