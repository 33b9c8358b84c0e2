namespace Retort.Migrations;

/// <summary>A revision: how the schema changes, and how to undo it. Derived classes carry <c>[Revision]</c> and are registered by generated code.</summary>
public abstract class Migration
{
    /// <summary>Says what the revision does. Called before anything is run, and also to learn what it would do: it collects, and has no effects of its own.</summary>
    public abstract void Upgrade(Operations op);

    /// <summary>Says how to undo the revision.</summary>
    /// <exception cref="MigrationException">The revision has no way back: it does not override this method.</exception>
    public virtual void Downgrade(Operations op) => throw MigrationException.NoDowngrade(GetType());
}
