using System.Diagnostics;

namespace Retort;

/// <summary>Turns changes of a schema into SQL statements: one method a kind of change, in standard SQL. A database overrides by name.</summary>
/// <remarks>Stateless; each statement is written by a writer of its own.</remarks>
public abstract partial class DdlCompiler(SqlSyntax syntax, TypeMap types)
{
    /// <summary>What the database can, and how it writes names.</summary>
    public SqlSyntax Syntax => syntax;

    /// <summary>The statement that makes the change.</summary>
    /// <exception cref="SchemaException">The database cannot have it; see <see cref="RequirePossible"/>.</exception>
    /// <exception cref="UnreachableException">An element of no known kind.</exception>
    public string Compile(DdlElement element)
    {
        RequirePossible(element);
        var writer = new SqlWriter(syntax, types);
        switch (element)
        {
            case CreateTable create:
                CreateTable(writer, create);
                break;
            case DropTable drop:
                DropTable(writer, drop);
                break;
            case RenameTable rename:
                RenameTable(writer, rename);
                break;
            case AddColumn add:
                AddColumn(writer, add);
                break;
            case DropColumn drop:
                DropColumn(writer, drop);
                break;
            case RenameColumn rename:
                RenameColumn(writer, rename);
                break;
            case AlterColumn alter:
                AlterColumn(writer, alter);
                break;
            case AddConstraint add:
                AddConstraint(writer, add);
                break;
            case DropConstraint drop:
                DropConstraint(writer, drop);
                break;
            case RenameConstraint rename:
                RenameConstraint(writer, rename);
                break;
            case RenameIndex rename:
                RenameIndex(writer, rename);
                break;
            case ValidateConstraint validate:
                writer.Write($"ALTER TABLE {validate.Table} VALIDATE CONSTRAINT {new Name(validate.Name)}");
                break;
            case InsertRows insert:
                InsertRows(writer, insert);
                break;
            case ChangeRows change:
                ChangeRows(writer, change);
                break;
            case SetComment comment:
                SetComment(writer, comment);
                break;
            case CommentOnConstraint comment:
                writer.Write($"COMMENT ON CONSTRAINT {new Name(comment.Constraint)} ON {comment.Table} IS ");
                writer.Literal(comment.Text);
                break;
            case CommentOnIndex comment:
                writer.Write($"COMMENT ON INDEX {new TableName(comment.Index, comment.Table.Schema)} IS ");
                writer.Literal(comment.Text);
                break;
            case CommentOnObject comment:
                Comment(writer, comment.Object);
                break;
            case CreateIndex create:
                CreateIndex(writer, create);
                break;
            case SetTableOptions options:
                SetTableOptions(writer, options);
                break;
            case FillNulls fill:
                FillNulls(writer, fill);
                break;
            case CountOn count:
                CountOn(writer, count);
                break;
            case AddSerial add:
                AddSerial(writer, add);
                break;
            case DropSerial drop:
                DropSerial(writer, drop);
                break;
            case DropIndex drop:
                DropIndex(writer, drop);
                break;
            case CreateObject create:
                CreateObject(writer, create.Object);
                break;
            case DropObject drop:
                DropObject(writer, drop.Object);
                break;
            case ReplaceView replace:
                ReplaceView(writer, replace.View);
                break;
            case AlterSequence alter:
                AlterSequence(writer, alter);
                break;
            case AlterDomain alter:
                AlterDomain(writer, alter);
                break;
            case AddEnumLabel add:
                AddEnumLabel(writer, add);
                break;
            case AlterEnum alter:
                AlterEnum(writer, alter);
                break;
            case RenameEnumLabel rename:
                RenameEnumLabel(writer, rename);
                break;
            case ExecuteSql execute:
                ExecuteSql(writer, execute);
                break;
            default:
                throw new UnreachableException();
        }
        return writer.ToString();
    }

    /// <summary>Whether the change means anything to this database; one that does not is no statement.</summary>
    public virtual bool Matters(DdlElement change) =>
        change switch
        {
            Retort.SetComment or CommentOnConstraint or CommentOnIndex => syntax.Comments,
            CommentOnObject { Object: var commented } => syntax.Comments && commented.IsKnownTo(syntax),
            Retort.CreateObject { Object: var created } => created.IsKnownTo(syntax),
            Retort.DropObject { Object: var dropped } => dropped.IsKnownTo(syntax),
            Retort.AddEnumLabel or Retort.AlterEnum or Retort.RenameEnumLabel => syntax.EnumTypes,
            Retort.AlterDomain => syntax.Domains,
            Retort.AlterSequence alter => syntax.Sequences && SequenceChanges(alter).Any(),
            ValidateConstraint => syntax.OnlineDdl,
            Retort.CountOn or Retort.AddSerial or Retort.DropSerial => syntax.Sequences,
            _ => true,
        };

    /// <summary>Whether ALTER TABLE of this database can make the change; where not, the table is rebuilt.</summary>
    public virtual bool CanAlter(TableChange change) => true;

    /// <summary>CREATE TABLE, an element a line: it is what a person reads in the database later.</summary>
    protected virtual void CreateTable(SqlWriter writer, CreateTable create)
    {
        writer.Write("CREATE TABLE ");
        if (create.IfNotExists)
            writer.Write("IF NOT EXISTS ");
        writer.Write($"{create.Table} (");
        var separator = "\n    ";
        foreach (var element in create.Table.Elements)
        {
            writer.Write(new RawSql(separator));
            Element(writer, create.Table, element);
            separator = ",\n    ";
        }
        writer.Write("\n)");
        if (create.Table.Options is { } options)
            writer.Write($" {new RawSql(options)}");
    }

    /// <summary>DROP TABLE.</summary>
    protected virtual void DropTable(SqlWriter writer, DropTable drop)
    {
        writer.Write("DROP TABLE ");
        if (drop.IfExists)
            writer.Write("IF EXISTS ");
        writer.Write(drop.Table);
    }

    /// <summary>ALTER TABLE … RENAME TO.</summary>
    protected virtual void RenameTable(SqlWriter writer, RenameTable rename) =>
        writer.Write($"ALTER TABLE {rename.Table} RENAME TO {new Name(rename.NewName)}");

    /// <summary>ALTER TABLE … ADD CONSTRAINT.</summary>
    protected virtual void AddConstraint(SqlWriter writer, AddConstraint add)
    {
        writer.Write($"ALTER TABLE {add.Table} ADD ");
        if (add.UsingIndex is { } index)
            UsingIndex(writer, add.Constraint, index);
        else
            Constraint(writer, null, add.Constraint);
    }

    private static void UsingIndex(SqlWriter writer, Constraint constraint, string index)
    {
        if (constraint.Name is { } name)
            writer.Write($"CONSTRAINT {new Name(name)} ");
        writer.Write($"UNIQUE USING INDEX {new Name(index)}");
        if (constraint is UniqueConstraint { Timing: var timing })
            Timing(writer, timing);
    }

    /// <summary>ALTER TABLE … DROP CONSTRAINT.</summary>
    protected virtual void DropConstraint(SqlWriter writer, DropConstraint drop) =>
        writer.Write($"ALTER TABLE {drop.Table} DROP CONSTRAINT {new Name(drop.Name)}");

    /// <summary>ALTER TABLE … RENAME CONSTRAINT.</summary>
    protected virtual void RenameConstraint(SqlWriter writer, RenameConstraint rename) =>
        writer.Write(
            $"ALTER TABLE {rename.Table} RENAME CONSTRAINT {new Name(rename.Name)} TO {new Name(rename.NewName)}"
        );

    /// <summary>ALTER INDEX … RENAME.</summary>
    protected virtual void RenameIndex(SqlWriter writer, RenameIndex rename) =>
        writer.Write(
            $"ALTER INDEX {new TableName(rename.Name, rename.Table.Schema)} RENAME TO {new Name(rename.NewName)}"
        );

    /// <summary>CREATE INDEX.</summary>
    protected virtual void CreateIndex(SqlWriter writer, CreateIndex create)
    {
        var index = create.Index;
        writer.Write(new RawSql(index.Unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX "));
        if (create.Concurrently && syntax.OnlineDdl)
            writer.Write("CONCURRENTLY ");
        if (create.IfNotExists)
            writer.Write("IF NOT EXISTS ");
        writer.Write($"{new Name(IndexName(create))} ON {create.Table}");
        if (index.Method is { } method)
            writer.Write($" USING {new Name(method)}");
        writer.Write(" (");
        writer.List(index.Elements, element => IndexElement(writer, element));
        writer.Write(")");
        Include(writer, index.Include);
        if (index.NullsNotDistinct)
            writer.Write(" NULLS NOT DISTINCT");
        if (index.Storage is { } storage)
            writer.Write($" WITH ({new RawSql(storage)})");
        if (index.Tablespace is { } tablespace)
            writer.Write($" TABLESPACE {new Name(tablespace)}");
        if (index.Where is { } where)
            writer.Write($" WHERE {new RawSql(where)}");
    }

    /// <summary>DROP INDEX.</summary>
    protected virtual void DropIndex(SqlWriter writer, DropIndex drop)
    {
        writer.Write("DROP INDEX ");
        if (drop.Concurrently && syntax.OnlineDdl)
            writer.Write("CONCURRENTLY ");
        if (drop.IfExists)
            writer.Write("IF EXISTS ");
        writer.Write($"{new TableName(drop.Name, drop.Table.Schema)}");
    }

    /// <summary>COMMENT ON TABLE, COMMENT ON COLUMN.</summary>
    protected virtual void SetComment(SqlWriter writer, SetComment comment)
    {
        if (comment.Column is { } column)
            writer.Write($"COMMENT ON COLUMN {comment.Table}.{new Name(column)} IS ");
        else
            writer.Write($"COMMENT ON TABLE {comment.Table} IS ");
        writer.Literal(comment.Text);
    }

    /// <summary>The index's name, by the convention where it has none.</summary>
    protected static string IndexName(CreateIndex create) =>
        NamingConvention.Standard.Apply(create.Table.Name, create.Index).Name!;
}
