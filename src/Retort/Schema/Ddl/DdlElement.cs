namespace Retort;

/// <summary>One change of a schema, as a <see cref="DdlCompiler"/> writes it. Operations of revisions become these.</summary>
public abstract record DdlElement
{
    private protected DdlElement() { }
}

/// <summary>A change of one table; a database whose ALTER TABLE cannot do it rebuilds the table.</summary>
public abstract record TableChange(TableName Table) : DdlElement;
