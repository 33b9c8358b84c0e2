namespace Retort;

/// <summary>A model whose objects are rows of a table; implemented by generated code.</summary>
public interface ITableModel<TSelf> : IModel<TSelf>
    where TSelf : class, ITableModel<TSelf>
{
    /// <summary>The model's table.</summary>
    static abstract Table Table { get; }

    /// <summary>How the model's objects are keyed, read and written.</summary>
    static abstract EntityMap<TSelf> Map { get; }
}
