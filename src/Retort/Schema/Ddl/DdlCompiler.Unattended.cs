namespace Retort;

/// <remarks>What a script needs that runs where nobody stands by: it finds out by itself whether it may go on.</remarks>
public abstract partial class DdlCompiler
{
    /// <summary>What stands before the first transaction of a script.</summary>
    public virtual IReadOnlyList<string> ScriptStart => [];

    /// <summary>What stands behind the last transaction of a script.</summary>
    public virtual IReadOnlyList<string> ScriptEnd => [];

    /// <summary>What stands before a COMMIT: an error where the changes have left what must not be.</summary>
    public virtual IReadOnlyList<string> BeforeCommit => [];

    /// <summary>Statements that fail unless a condition holds. Within a transaction it holds until the end: others wait who would change the table.</summary>
    /// <param name="table">The table that the condition is about.</param>
    /// <param name="condition">The condition, never NULL.</param>
    /// <param name="message">What the error says.</param>
    public abstract IReadOnlyList<string> Require(TableName table, string condition, string message);

    /// <summary>Writes what stands at the head of a script that has <see cref="Where"/>.</summary>
    public virtual void BeginWhere(ScriptText script) { }

    /// <summary>Writes statements that are run where a condition holds, all of them or none. It stands in a transaction.</summary>
    /// <param name="script">The script.</param>
    /// <param name="table">The table that the condition is about; others wait who would change it.</param>
    /// <param name="condition">The condition, never NULL.</param>
    /// <param name="statements">The statements; none that ends a transaction, or runs outside of any.</param>
    public abstract void Where(ScriptText script, TableName table, string condition, IReadOnlyList<string> statements);

    /// <summary>Writes what stands at the end of a script that has <see cref="Where"/>.</summary>
    public virtual void EndWhere(ScriptText script) { }
}
