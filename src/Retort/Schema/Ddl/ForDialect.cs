namespace Retort;

/// <summary>Changes that are made on databases of one kind only; see <see cref="DdlCompiler.Here(IEnumerable{DdlElement})"/>.</summary>
/// <param name="Dialect">The kind, as it stands before <c>://</c> in a URL.</param>
/// <param name="Changes">The changes, in order.</param>
public sealed record ForDialect(string Dialect, IReadOnlyList<DdlElement> Changes) : DdlElement
{
    /// <summary>The changes of which something could be made, whatever the database.</summary>
    public static IEnumerable<DdlElement> Anywhere(IEnumerable<DdlElement> changes) =>
        changes.SelectMany(change => change is ForDialect some ? Anywhere(some.Changes) : [change]);
}
