using System.Diagnostics;

namespace Retort;

public abstract partial class DdlCompiler
{
    /// <summary>ALTER TABLE … ADD COLUMN.</summary>
    protected virtual void AddColumn(SqlWriter writer, AddColumn add)
    {
        writer.Write($"ALTER TABLE {add.Table} ADD COLUMN ");
        if (add.IfNotExists)
            writer.Write("IF NOT EXISTS ");
        Column(writer, add.Column);
    }

    /// <summary>ALTER TABLE … DROP COLUMN.</summary>
    protected virtual void DropColumn(SqlWriter writer, DropColumn drop)
    {
        writer.Write($"ALTER TABLE {drop.Table} DROP COLUMN ");
        if (drop.IfExists)
            writer.Write("IF EXISTS ");
        writer.Write(new Name(drop.Column));
    }

    /// <summary>ALTER TABLE … RENAME COLUMN.</summary>
    protected virtual void RenameColumn(SqlWriter writer, RenameColumn rename) =>
        writer.Write(
            $"ALTER TABLE {rename.Table} RENAME COLUMN {new Name(rename.Column)} TO {new Name(rename.NewName)}"
        );

    /// <summary>ALTER TABLE … ALTER COLUMN, with an action for each property that changes.</summary>
    protected virtual void AlterColumn(SqlWriter writer, AlterColumn alter)
    {
        writer.Write($"ALTER TABLE {alter.Table}");
        var separator = " ";
        if ((alter.Type ?? (alter.Collation is null ? null : alter.ExistingType)) is { } type)
            Action(TypeAction(alter, type));
        if (alter.Nullable is { } nullable)
            Action(nullable ? "DROP NOT NULL" : "SET NOT NULL");
        if (Here(alter.ServerDefault) is { IsSet: true } standard)
            Action(standard.Exists ? $"SET DEFAULT {DefaultExpression(standard)}" : "DROP DEFAULT");
        if (alter.Identity is { } identity)
            foreach (var action in IdentityActions(alter.ExistingIdentity, identity))
                Action(action);

        void Action(string action)
        {
            writer.Write($"{new RawSql(separator)}ALTER COLUMN {new Name(alter.Column)} {new RawSql(action)}");
            separator = ", ";
        }
    }

    /// <summary>What ALTER COLUMN does for another type.</summary>
    protected virtual string TypeAction(AlterColumn alter, SqlType type) =>
        $"SET DATA TYPE {Ddl(type)}{(alter.Collation is { Length: > 0 } collation ? $" COLLATE {Quote(collation)}" : "")}";

    /// <summary>Sets a column's counter behind its largest value.</summary>
    protected virtual void CountOn(SqlWriter writer, CountOn change) => throw new UnreachableException();

    /// <summary>Makes a column's own sequence.</summary>
    protected virtual void AddSerial(SqlWriter writer, AddSerial change) => throw new UnreachableException();

    /// <summary>Drops a column's own sequence.</summary>
    protected virtual void DropSerial(SqlWriter writer, DropSerial change) => throw new UnreachableException();

    /// <summary>ALTER TABLE … SET, with storage parameters in parentheses.</summary>
    protected virtual void SetTableOptions(SqlWriter writer, SetTableOptions options) =>
        writer.Write($"ALTER TABLE {options.Table} SET {new RawSql(options.Options ?? "()")}");

    /// <summary>UPDATE of the rows that are NULL in a column.</summary>
    protected virtual void FillNulls(SqlWriter writer, FillNulls fill) =>
        writer.Write(
            $"UPDATE {fill.Table} SET {new Name(fill.Column)} = {new RawSql(DefaultExpression(Here(fill.Value)))} WHERE {new Name(fill.Column)} IS NULL"
        );

    /// <summary>What ALTER COLUMN does for another way of counting up.</summary>
    protected virtual IEnumerable<string> IdentityActions(Identity? existing, Identity identity)
    {
        if (identity.Kind is IdentityKind.None)
            return ["DROP IDENTITY"];
        var always = identity.Kind is IdentityKind.Always ? "ALWAYS" : "BY DEFAULT";
        if (existing is not { Kind: IdentityKind.Always or IdentityKind.ByDefault })
            return
            [
                $"ADD GENERATED {always} AS IDENTITY"
                    + (SequenceOptions(identity) is { Length: > 0 } options ? $" ({options})" : ""),
            ];
        return [$"SET GENERATED {always}", .. ChangedOptions(existing, identity).Select(option => $"SET {option}")];
    }

    /// <summary>The options of a sequence that are not what they were; one that is said no more is as the database has it by itself.</summary>
    protected static IEnumerable<string> ChangedOptions(Identity existing, Identity identity)
    {
        if (identity.MinValue != existing.MinValue)
            yield return identity.MinValue is { } least ? $"MINVALUE {Number(least)}" : "NO MINVALUE";
        if (identity.MaxValue != existing.MaxValue)
            yield return identity.MaxValue is { } most ? $"MAXVALUE {Number(most)}" : "NO MAXVALUE";
        if (identity.Increment != existing.Increment)
            yield return $"INCREMENT BY {Number(identity.Increment ?? 1)}";
        if (identity.Start != existing.Start)
            yield return $"START WITH {Number(identity.Start ?? 1)}";
        if (identity.Cache != existing.Cache)
            yield return $"CACHE {Number(identity.Cache ?? 1)}";
        if (identity.Cycle != existing.Cycle)
            yield return identity.Cycle ? "CYCLE" : "NO CYCLE";
    }

    /// <summary>A name as SQL.</summary>
    protected string Quote(string name) => syntax.Quote(name);

    /// <summary>A type as the database writes it.</summary>
    protected string Ddl(SqlType type) => types.Ddl(type);
}
