namespace Retort;

/// <summary>The table of a model, with typed columns for statements.</summary>
/// <typeparam name="E">The model.</typeparam>
/// <typeparam name="C">Its columns.</typeparam>
/// <typeparam name="O">Its columns where the row may be absent: all nullable.</typeparam>
public sealed class Table<E, C, O>(
    TableName name,
    IEnumerable<ITableElement> elements,
    IEnumerable<TableIndex>? indexes = null,
    NamingConvention? naming = null
) : Table(name, elements, indexes, naming), ITable<E, C, O>, IModelTable
    where E : class, ITableModel<E>
    where C : struct, IColumns<C>, ISelectable<E>
    where O : struct, IColumns<O>
{
    TableSource ITable<E, C, O>.Source => this;

    EntityMap IModelTable.Map => E.Map;
}

/// <summary>A table whose rows are objects of a model.</summary>
internal interface IModelTable
{
    /// <summary>How the model's objects are keyed, read and written.</summary>
    EntityMap Map { get; }
}
