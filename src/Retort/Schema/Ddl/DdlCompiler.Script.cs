namespace Retort;

public abstract partial class DdlCompiler
{
    /// <summary>Whether there are changes that a table is rebuilt for.</summary>
    public bool Rebuilds => !syntax.AlterTable;

    /// <summary>Whether a change must not stand in one transaction with those that use it.</summary>
    public virtual bool StandsAlone(DdlElement change) => change is Retort.AddEnumLabel;

    /// <summary>Which transaction a change runs in.</summary>
    public virtual DdlTransaction TransactionOf(DdlElement change) =>
        change switch
        {
            Retort.CreateIndex { Concurrently: true }
            or Retort.DropIndex { Concurrently: true } when syntax.OnlineDdl => DdlTransaction.None,
            Retort.ValidateConstraint => DdlTransaction.Own,
            _ when StandsAlone(change) => DdlTransaction.Own,
            _ => DdlTransaction.Shared,
        };

    /// <summary>A script: what stands alone first, the rest in one transaction where that undoes changes of a schema.</summary>
    /// <param name="changes">All changes that mean something here.</param>
    /// <param name="statements">The statements of those that do not stand alone.</param>
    public virtual IEnumerable<string> Script(IReadOnlyList<DdlElement> changes, IReadOnlyList<string> statements) =>
        [
            .. changes.Where(StandsAlone).Select(Compile),
            .. syntax.TransactionalDdl && statements.Count > 0 ? ["BEGIN", .. statements, "COMMIT"] : statements,
        ];
}
