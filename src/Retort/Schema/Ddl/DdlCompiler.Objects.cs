using System.Collections.Frozen;
using System.Diagnostics;

namespace Retort;

public abstract partial class DdlCompiler
{
    /// <summary>What SQL calls otherwise than a person does.</summary>
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["enum"] = "TYPE",
        ["range"] = "TYPE",
        ["composite type"] = "TYPE",
        ["partition"] = "TABLE",
        ["inheriting table"] = "TABLE",
        ["unlogged table"] = "TABLE",
        ["virtual table"] = "TABLE",
    }.ToFrozenDictionary();

    /// <summary>CREATE of an object that is no table, in standard SQL where there is a standard.</summary>
    protected virtual void CreateObject(SqlWriter writer, SchemaObject created)
    {
        switch (created)
        {
            case SchemaNamespace { Schema: var schema }:
                writer.Write($"CREATE SCHEMA {new Name(schema)}");
                break;
            case EnumDefinition definition:
                writer.Write($"CREATE TYPE {definition.Name} AS ENUM (");
                writer.List(definition.Labels, label => writer.Literal(label));
                writer.Write(")");
                break;
            case DomainDefinition domain:
                CreateDomain(writer, domain);
                break;
            case SequenceDefinition sequence:
                CreateSequence(writer, sequence);
                break;
            case ExtensionDefinition extension:
                writer.Write($"CREATE EXTENSION IF NOT EXISTS {new Name(extension.Extension)}");
                if (extension.Schema is { } home)
                    writer.Write($" WITH SCHEMA {new Name(home)}");
                break;
            case ViewDefinition view:
                CreateView(writer, view);
                break;
            case CarriedObject carried:
                writer.Write(new RawSql(carried.Sql));
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>CREATE DOMAIN.</summary>
    protected virtual void CreateDomain(SqlWriter writer, DomainDefinition domain)
    {
        writer.Write($"CREATE DOMAIN {domain.Name} AS {domain.Type}");
        if (domain.Collation is { } collation)
            writer.Write($" COLLATE {new Name(collation)}");
        if (domain.ServerDefault.Exists)
            writer.Write($" DEFAULT {new RawSql(DefaultExpression(domain.ServerDefault))}");
        if (!domain.Nullable)
            writer.Write(" NOT NULL");
        foreach (var check in domain.Checks)
        {
            writer.Write(" ");
            Constraint(writer, null, check);
        }
    }

    /// <summary>CREATE SEQUENCE.</summary>
    protected virtual void CreateSequence(SqlWriter writer, SequenceDefinition sequence)
    {
        writer.Write($"CREATE SEQUENCE {sequence.Name}");
        if (sequence.Type is { } type)
            writer.Write($" AS {type}");
        if (SequenceOptions(sequence.Counting) is { Length: > 0 } options)
            writer.Write($" {new RawSql(options)}");
    }

    /// <summary>ALTER DOMAIN.</summary>
    protected virtual void AlterDomain(SqlWriter writer, AlterDomain alter)
    {
        writer.Write($"ALTER DOMAIN {alter.Name} ");
        if (alter.Nullable is { } nullable)
            writer.Write(new RawSql(nullable ? "DROP NOT NULL" : "SET NOT NULL"));
        else if (alter.Dropped is { } dropped)
            writer.Write($"DROP CONSTRAINT {new Name(dropped)}");
        else if (alter.Added is { } added)
        {
            writer.Write("ADD ");
            Constraint(writer, null, added);
        }
        else if (Here(alter.ServerDefault) is { Exists: true } standard)
            writer.Write($"SET DEFAULT {new RawSql(DefaultExpression(standard))}");
        else
            writer.Write("DROP DEFAULT");
    }

    /// <summary>ALTER SEQUENCE.</summary>
    protected virtual void AlterSequence(SqlWriter writer, AlterSequence alter) =>
        writer.Write($"ALTER SEQUENCE {alter.Sequence.Name} {new RawSql(string.Join(' ', SequenceChanges(alter)))}");

    private IEnumerable<string> SequenceChanges(AlterSequence alter) =>
        [
            .. alter.Sequence.Type == alter.Existing.Type
                ? Enumerable.Empty<string>()
                : [$"AS {Ddl(alter.Sequence.Type ?? new BigInt())}"],
            .. ChangedOptions(alter.Existing.Counting, alter.Sequence.Counting),
        ];

    /// <summary>Drops the view that is there and creates the new one, where there is no better way.</summary>
    protected virtual void ReplaceView(SqlWriter writer, ViewDefinition view)
    {
        DropObject(writer, view);
        writer.Write(";\n");
        CreateView(writer, view);
    }

    /// <summary>CREATE VIEW.</summary>
    protected void CreateView(SqlWriter writer, ViewDefinition view) =>
        CreateView(writer, view, view.Materialized ? "CREATE MATERIALIZED VIEW" : "CREATE VIEW");

    /// <summary>CREATE VIEW, with the words that it begins with.</summary>
    protected virtual void CreateView(SqlWriter writer, ViewDefinition view, string words)
    {
        writer.Write($"{new RawSql(words)} {view.Name}");
        if (view.Columns.Count > 0)
        {
            writer.Write(" ");
            Columns(writer, view.Columns);
        }
        writer.Write($" AS {new RawSql(view.Query)}");
    }

    /// <summary>DROP of an object that is no table; of one that is only carried, by the kind's name.</summary>
    protected virtual void DropObject(SqlWriter writer, SchemaObject dropped)
    {
        if (dropped is CarriedObject { DropSql: { } sql })
            writer.Write(new RawSql(sql));
        else
        {
            writer.Write($"DROP {new RawSql(Word(dropped))} ");
            NameOf(writer, dropped);
        }
    }

    /// <summary>The name of an object behind DROP and COMMENT ON: a function's has the types of its arguments, a trigger's the table that it is on.</summary>
    protected virtual void NameOf(SqlWriter writer, SchemaObject named)
    {
        var (name, schema) = (named.Name.Name, named.Name.Schema);
        if (
            named.Kind is "function" or "procedure" or "aggregate"
            && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var open
        )
            writer.Write($"{new TableName(name[..open], schema)}{new RawSql(name[open..])}");
        else if (named.Kind is "trigger" or "rule" or "policy" && name.Split('.', 2) is [var table, var own])
            writer.Write($"{new Name(own)} ON {new TableName(table, schema)}");
        else
            writer.Write($"{named.Name}");
    }

    /// <summary>COMMENT ON an object that is no table.</summary>
    protected virtual void Comment(SqlWriter writer, SchemaObject commented)
    {
        writer.Write($"COMMENT ON {new RawSql(Word(commented))} ");
        NameOf(writer, commented);
        writer.Write(" IS ");
        writer.Literal(commented.Comment);
    }

    /// <summary>The word of SQL for the kind of an object.</summary>
    protected static string Word(SchemaObject named) =>
        Words.GetValueOrDefault(named.Kind) ?? named.Kind.ToUpperInvariant();

    /// <summary>ALTER TYPE … ADD VALUE.</summary>
    protected virtual void AddEnumLabel(SqlWriter writer, AddEnumLabel add)
    {
        writer.Write($"ALTER TYPE {add.Name} ADD VALUE IF NOT EXISTS ");
        writer.Literal(add.Label);
        if (add.Before is not { } before)
            return;
        writer.Write(" BEFORE ");
        writer.Literal(before);
    }

    /// <summary>Gives a type other labels.</summary>
    protected virtual void AlterEnum(SqlWriter writer, AlterEnum alter) => throw new UnreachableException();

    /// <summary>ALTER TYPE … RENAME VALUE.</summary>
    protected virtual void RenameEnumLabel(SqlWriter writer, RenameEnumLabel rename)
    {
        writer.Write($"ALTER TYPE {rename.Name} RENAME VALUE ");
        writer.Literal(rename.Label);
        writer.Write(" TO ");
        writer.Literal(rename.NewLabel);
    }
}
