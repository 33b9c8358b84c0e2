namespace Retort;

/// <summary>The typed columns of one occurrence of a table; a generated struct.</summary>
public interface IColumns<TSelf>
    where TSelf : struct, IColumns<TSelf>
{
    /// <summary>The columns of an occurrence.</summary>
    static abstract TSelf At(Source source);

    /// <summary>The occurrence.</summary>
    Source Source { get; }
}

/// <summary>What a statement can begin with: a table of a model.</summary>
/// <typeparam name="E">What a row is.</typeparam>
/// <typeparam name="C">The columns.</typeparam>
/// <typeparam name="O">The columns where the row may be absent.</typeparam>
public interface ITable<E, C, O>
    where E : class, IModel<E>
    where C : struct, IColumns<C>, ISelectable<E>
    where O : struct, IColumns<O>
{
    /// <summary>The table itself.</summary>
    TableSource Source { get; }
}

/// <summary>Anything that can stand in a projection: an expression, or a whole entity.</summary>
public interface ISelectable
{
    /// <summary>What is selected, in the order in which it is read.</summary>
    IEnumerable<SqlNode> Nodes { get; }
}

/// <summary>A projection of which each row gives a <typeparamref name="T"/>.</summary>
public interface ISelectable<out T> : ISelectable
{
    /// <summary>Reads the value at <paramref name="ordinal"/>, which moves behind it.</summary>
    T Read(Row row, ref int ordinal);
}

/// <summary>Something that <c>Set</c> can assign to. Invariant, so that <typeparamref name="T"/> is the column's own type.</summary>
public interface IColumn<T>
{
    /// <summary>The column, or an expression where there is none.</summary>
    SqlNode Node { get; }
}
