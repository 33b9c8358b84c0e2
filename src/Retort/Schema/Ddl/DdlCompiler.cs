using System.Diagnostics;

namespace Retort;

/// <summary>Turns changes of a schema into SQL statements: one method a kind of change. A database overrides by name.</summary>
/// <remarks>Stateless; each statement is written by a writer of its own.</remarks>
public abstract class DdlCompiler(SqlSyntax syntax, TypeMap types)
{
    /// <summary>The statement that makes the change.</summary>
    /// <exception cref="UnreachableException">An element of no known kind.</exception>
    public string Compile(DdlElement element)
    {
        var writer = new SqlWriter(syntax, types);
        switch (element)
        {
            case CreateTable create:
                CreateTable(writer, create);
                break;
            default:
                throw new UnreachableException();
        }
        return writer.ToString();
    }

    /// <summary>Whether ALTER TABLE of this database can make the change; where not, the table is rebuilt.</summary>
    public virtual bool CanAlter(TableChange change) => true;

    /// <summary>CREATE TABLE.</summary>
    protected virtual void CreateTable(SqlWriter writer, CreateTable create) =>
        writer.Write($"CREATE TABLE {create.Table}");
}
