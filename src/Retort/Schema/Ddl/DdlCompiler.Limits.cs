using System.Text;

namespace Retort;

public abstract partial class DdlCompiler
{
    /// <summary>Whether the database can have what the change makes: some cut a name that is too long, and say nothing.</summary>
    /// <exception cref="SchemaException">A name is too long, or a table has too many columns.</exception>
    public void RequirePossible(DdlElement change)
    {
        if (syntax.MaxNameBytes is { } longest)
            foreach (var name in NamesOf(change))
                if (name is not null && Encoding.UTF8.GetByteCount(name) > longest)
                    throw SchemaException.NameTooLong(name, longest, syntax.Dialect);
        if (change is CreateTable { Table: var table } && table.Columns.Count > syntax.MaxColumns)
            throw SchemaException.TooManyColumns(
                table.FullName,
                table.Columns.Count,
                syntax.MaxColumns,
                syntax.Dialect
            );
    }

    /// <summary>The names that the change gives.</summary>
    private static IEnumerable<string?> NamesOf(DdlElement change) =>
        change switch
        {
            CreateTable { Table: var table } =>
            [
                table.Name,
                .. table.Columns.Select(column => column.Name),
                .. table.Constraints.Select(constraint => constraint.Name),
            ],
            AddColumn add => [add.Column.Name],
            AddConstraint add => [add.Constraint.Name],
            CreateIndex create => [create.Index.Name],
            RenameTable rename => [rename.NewName],
            RenameColumn rename => [rename.NewName],
            RenameConstraint rename => [rename.NewName],
            RenameIndex rename => [rename.NewName],
            CreateObject { Object: not CarriedObject and var created } => [created.Name.Name],
            AddEnumLabel add => [add.Label],
            RenameEnumLabel rename => [rename.NewLabel],
            _ => [],
        };
}
