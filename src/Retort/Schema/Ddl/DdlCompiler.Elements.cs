using System.Diagnostics;
using System.Globalization;

namespace Retort;

public abstract partial class DdlCompiler
{
    /// <summary>A column or a constraint of CREATE TABLE.</summary>
    protected virtual void Element(SqlWriter writer, Table table, ITableElement element)
    {
        switch (element)
        {
            case Column column:
                Column(writer, column);
                break;
            case Constraint constraint:
                Constraint(writer, table, constraint);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A column: name, type, collation, default, NOT NULL.</summary>
    protected virtual void Column(SqlWriter writer, Column column)
    {
        writer.Write($"{new Name(column.Name)} {column.Type}");
        if (column.Collation is { } collation)
            writer.Write($" COLLATE {new Name(collation)}");
        if (column.Computed is { } computed)
            Computed(writer, computed);
        if (DefaultOf(column) is { } standard)
            writer.Write($" DEFAULT {new RawSql(standard)}");
        if (column.Autoincrement)
            Autoincrement(writer, column);
        if (!column.Nullable)
            writer.Write(" NOT NULL");
    }

    /// <summary>GENERATED ALWAYS AS.</summary>
    protected virtual void Computed(SqlWriter writer, ComputedSql computed) =>
        writer.Write(
            $" GENERATED ALWAYS AS ({Enclosed(computed.Text)}) {new RawSql(computed.Stored ? "STORED" : "VIRTUAL")}"
        );

    /// <summary>What stands in a column whose values the database counts up.</summary>
    protected virtual void Autoincrement(SqlWriter writer, Column column)
    {
        var always = column.Identity is { Kind: IdentityKind.Always };
        writer.Write($" GENERATED {new RawSql(always ? "ALWAYS" : "BY DEFAULT")} AS IDENTITY");
        if (column.Identity is { } identity && SequenceOptions(identity) is { Length: > 0 } options)
            writer.Write($" ({new RawSql(options)})");
    }

    /// <summary>What is said about how values are counted up; empty where nothing is.</summary>
    protected static string SequenceOptions(Identity identity)
    {
        return string.Join(' ', Options());

        IEnumerable<string> Options()
        {
            if (identity.Start is { } start)
                yield return $"START WITH {Number(start)}";
            if (identity.Increment is { } increment)
                yield return $"INCREMENT BY {Number(increment)}";
            if (identity.MinValue is { } least)
                yield return $"MINVALUE {Number(least)}";
            if (identity.MaxValue is { } most)
                yield return $"MAXVALUE {Number(most)}";
            if (identity.Cache is { } cache)
                yield return $"CACHE {Number(cache)}";
            if (identity.Cycle)
                yield return "CYCLE";
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The expression behind DEFAULT of a column; null where it has none.</summary>
    public string? DefaultOf(Column column) =>
        Here(column.ServerDefault) is { Exists: true } standard ? DefaultExpression(standard) : null;

    /// <summary>The default on this database.</summary>
    protected ServerDefault Here(ServerDefault standard) => standard.On(syntax.Dialect);

    /// <summary>The expression behind DEFAULT.</summary>
    protected virtual string DefaultExpression(ServerDefault standard) =>
        standard.Value switch
        {
            SqlFragment fragment => fragment.Text,
            SqlValue.Now => syntax.Now,
            var literal => types.Literal(literal),
        };

    /// <summary>A constraint with its name; <paramref name="table"/> is null in ALTER TABLE.</summary>
    protected virtual void Constraint(SqlWriter writer, Table? table, Constraint constraint)
    {
        if (constraint.Name is { } name)
            writer.Write($"CONSTRAINT {new Name(name)} ");
        switch (constraint)
        {
            case PrimaryKeyConstraint key:
                PrimaryKey(writer, table, key);
                break;
            case UniqueConstraint unique:
                Unique(writer, unique);
                break;
            case CheckConstraint check:
                Check(writer, check);
                break;
            case ExclusionConstraint exclusion:
                Exclusion(writer, exclusion);
                break;
            case ForeignKeyConstraint key:
                ForeignKey(writer, key);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>PRIMARY KEY.</summary>
    protected virtual void PrimaryKey(SqlWriter writer, Table? table, PrimaryKeyConstraint key)
    {
        writer.Write("PRIMARY KEY ");
        Columns(writer, key.Columns);
        Include(writer, key.Include);
        Timing(writer, key.Timing);
    }

    /// <summary>UNIQUE.</summary>
    protected virtual void Unique(SqlWriter writer, UniqueConstraint unique)
    {
        writer.Write("UNIQUE ");
        if (unique.NullsNotDistinct)
            writer.Write("NULLS NOT DISTINCT ");
        Columns(writer, unique.Columns);
        Include(writer, unique.Include);
        Timing(writer, unique.Timing);
    }

    /// <summary>CHECK.</summary>
    protected virtual void Check(SqlWriter writer, CheckConstraint check)
    {
        writer.Write($"CHECK ({Enclosed(check.Sql)})");
        if (check.NoInherit)
            writer.Write(" NO INHERIT");
        if (check.NotValid && syntax.OnlineDdl)
            writer.Write(" NOT VALID");
    }

    /// <summary>EXCLUDE.</summary>
    protected virtual void Exclusion(SqlWriter writer, ExclusionConstraint exclusion)
    {
        writer.Write("EXCLUDE ");
        if (exclusion.Method is { } method)
            writer.Write($"USING {new Name(method)} ");
        writer.Write("(");
        writer.List(
            exclusion.Elements,
            each =>
            {
                IndexElement(writer, each.Element);
                writer.Write($" WITH {new RawSql(each.Operator)}");
            }
        );
        writer.Write(")");
        if (exclusion.Where is { } where)
            writer.Write($" WHERE ({Enclosed(where)})");
        Timing(writer, exclusion.Timing);
    }

    /// <summary>FOREIGN KEY with its actions; NO ACTION is what a database does by itself.</summary>
    protected virtual void ForeignKey(SqlWriter writer, ForeignKeyConstraint key)
    {
        writer.Write("FOREIGN KEY ");
        Columns(writer, key.Columns);
        writer.Write($" REFERENCES {key.Table}");
        if (key.References.Count > 0)
        {
            writer.Write(" ");
            Columns(writer, key.References);
        }
        if (key.MatchFull)
            writer.Write(" MATCH FULL");
        if (key.OnDelete is not ReferentialAction.NoAction)
            writer.Write($" ON DELETE {new RawSql(Action(key.OnDelete))}");
        if (key.OnUpdate is not ReferentialAction.NoAction)
            writer.Write($" ON UPDATE {new RawSql(Action(key.OnUpdate))}");
        Timing(writer, key.Timing);
        if (key.NotValid && syntax.OnlineDdl)
            writer.Write(" NOT VALID");
    }

    /// <summary>DEFERRABLE.</summary>
    protected static void Timing(SqlWriter writer, ConstraintTiming timing)
    {
        if (timing is not ConstraintTiming.Immediate)
            writer.Write(" DEFERRABLE");
        if (timing is ConstraintTiming.Deferred)
            writer.Write(" INITIALLY DEFERRED");
    }

    /// <summary>INCLUDE; nothing where no columns are carried along.</summary>
    protected static void Include(SqlWriter writer, ValueList<string> columns)
    {
        if (columns.Count == 0)
            return;
        writer.Write(" INCLUDE ");
        Columns(writer, columns);
    }

    /// <summary>A column or an expression of an index.</summary>
    protected virtual void IndexElement(SqlWriter writer, IndexElement element)
    {
        if (element.IsExpression)
            writer.Write($"({Enclosed(element.Text)})");
        else
            writer.Write(new Name(element.Text));
        if (element.Collation is { } collation)
            writer.Write($" COLLATE {new Name(collation)}");
        if (element.OperatorClass is { } operators)
            writer.Write($" {new RawSql(operators)}");
        if (element.Descending)
            writer.Write(" DESC");
        if (element.Nulls is { } nulls)
            writer.Write($" NULLS {new RawSql(nulls is NullsOrder.First ? "FIRST" : "LAST")}");
    }

    /// <summary>SQL in front of a closing parenthesis, which a comment to the end of the line would swallow.</summary>
    protected static RawSql Enclosed(string sql) =>
        new(sql.Contains("--", StringComparison.Ordinal) ? sql + "\n" : sql);

    /// <summary>Names in parentheses.</summary>
    protected static void Columns(SqlWriter writer, IEnumerable<string> columns)
    {
        writer.Write("(");
        writer.Names(columns);
        writer.Write(")");
    }

    private static string Action(ReferentialAction action) =>
        action switch
        {
            ReferentialAction.NoAction => "NO ACTION",
            ReferentialAction.Restrict => "RESTRICT",
            ReferentialAction.Cascade => "CASCADE",
            ReferentialAction.SetNull => "SET NULL",
            ReferentialAction.SetDefault => "SET DEFAULT",
            _ => throw new UnreachableException(),
        };
}
