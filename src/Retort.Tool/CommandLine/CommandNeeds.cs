namespace Retort.Tool;

/// <summary>What a command needs to run.</summary>
internal enum CommandNeeds
{
    /// <summary>Nothing, not even a folder with revisions.</summary>
    Nothing,

    /// <summary>The sources of revisions.</summary>
    Sources,

    /// <summary>A database, which the tool opens by its own drivers.</summary>
    Database,

    /// <summary>The compiled project, and the database by the project's drivers.</summary>
    Project,
}
