namespace Retort;

/// <summary>Announces the dialect of an assembly to the applications that reference it; <paramref name="dialect"/> has a static property <c>Instance</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RetortDialectAttribute(Type dialect) : Attribute
{
    /// <summary>The dialect's class.</summary>
    public Type Dialect { get; } = dialect;
}

/// <summary>Announces the tables of an assembly to the assemblies that reference it; <paramref name="tables"/> has a static property <c>MetaData</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RetortTablesAttribute(Type tables) : Attribute
{
    /// <summary>The generated class <c>Tables</c>.</summary>
    public Type Tables { get; } = tables;
}
