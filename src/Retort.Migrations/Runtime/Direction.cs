namespace Retort.Migrations;

/// <summary>Which way a revision is run.</summary>
public enum Direction
{
    /// <summary>It is applied.</summary>
    Upgrade,

    /// <summary>It is undone.</summary>
    Downgrade,
}
