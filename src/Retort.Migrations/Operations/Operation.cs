namespace Retort.Migrations;

/// <summary>
/// One step of a revision, as data. The runtime, autogenerate and the generated file work on the same record;
/// each kind is one file with all its facets: inverse, DDL, rendering, and its verb on <see cref="Operations"/>.
/// </summary>
public abstract record Operation
{
    /// <summary>What is lost that the inverse cannot bring back, in words: <c>table 'hero' with all its rows</c>; null: nothing.</summary>
    public virtual string? Destroys => null;

    /// <summary>What its author should know before it is run, in words; null: nothing.</summary>
    public virtual string? Warning => Destroys is { } lost ? $"Destroys {lost}." : null;

    /// <summary>Whether a generated downgrade leaves it as it is, because it is in nobody's way and no database can undo it.</summary>
    public virtual bool StaysOnDowngrade => false;

    /// <summary>The operation that undoes this one.</summary>
    /// <exception cref="IrreversibleOperationException">The operation does not say what would have to be restored.</exception>
    public abstract Operation Reverse();

    /// <summary>The schema changes, in order: what the operation is as SQL.</summary>
    /// <exception cref="NotScriptableException">It is code, which has no SQL.</exception>
    public abstract IEnumerable<DdlElement> ToDdl();

    /// <summary>What is done where the operation is run; by itself the schema changes.</summary>
    public virtual IEnumerable<Work> ToWork() => ToDdl().Select(change => new SchemaWork(change));

    /// <summary>Writes the statement that makes this operation in a revision file.</summary>
    public abstract void Render(CSharpWriter writer);

    /// <summary>The statement that makes this operation, as a revision file has it.</summary>
    public sealed override string ToString()
    {
        var writer = new CSharpWriter();
        Render(writer);
        return writer.ToString();
    }
}
