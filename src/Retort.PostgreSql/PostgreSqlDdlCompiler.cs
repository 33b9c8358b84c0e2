namespace Retort;

/// <summary>Schema changes in PostgreSQL's SQL: https://www.postgresql.org/docs/current/sql-createtable.html, sql-altertable.html.</summary>
internal sealed partial class PostgreSqlDdlCompiler(SqlSyntax syntax, TypeMap types) : DdlCompiler(syntax, types)
{
    /// <inheritdoc />
    /// <remarks>A serial column is written with the word that makes its sequence.</remarks>
    protected override void Column(SqlWriter writer, Column column)
    {
        if (column is { Autoincrement: true, Identity.Kind: IdentityKind.Serial })
            base.Column(writer, column with { Type = new UnknownType(Serial(column.Type)), Autoincrement = false });
        else
            base.Column(writer, column);
    }

    /// <inheritdoc />
    /// <remarks>PostgreSQL before 18 can only store computed values, so it stores those of which nothing is said.</remarks>
    protected override void Computed(SqlWriter writer, ComputedSql computed) =>
        base.Computed(writer, computed with { Stored = computed.Stored || !computed.Virtual });

    /// <inheritdoc />
    /// <remarks>A conversion that PostgreSQL does not make by itself is made by a cast.</remarks>
    protected override string TypeAction(AlterColumn alter, SqlType type) =>
        $"{base.TypeAction(alter, type)} USING {alter.Using ?? Conversion(alter, type)}";

    /// <inheritdoc />
    public override bool Matters(DdlElement change) =>
        base.Matters(change)
        && !(
            change is AlterColumn { Type: null, Nullable: null, Collation: null, ServerDefault.IsSet: false } alter
            && (alter.Identity is null || !IdentityActions(alter.ExistingIdentity, alter.Identity).Any())
        );

    /// <inheritdoc />
    /// <remarks>A serial column has a sequence of its own, which is made and dropped by itself.</remarks>
    protected override IEnumerable<string> IdentityActions(Identity? existing, Identity identity) =>
        (existing?.Kind, identity.Kind) switch
        {
            (IdentityKind.Always or IdentityKind.ByDefault, IdentityKind.Serial) => ["DROP IDENTITY"],
            (_, IdentityKind.Serial) or (IdentityKind.Serial, IdentityKind.None) => [],
            _ => base.IdentityActions(existing, identity),
        };

    /// <inheritdoc />
    protected override void CountOn(SqlWriter writer, CountOn change)
    {
        var column = new Name(change.Column);
        writer.Write(
            $"SELECT setval({new RawSql(SequenceOf(change.Table, change.Column))}, coalesce((SELECT max({column}) FROM {change.Table}), 0) + 1, false)"
        );
    }

    /// <inheritdoc />
    protected override void AddSerial(SqlWriter writer, AddSerial change)
    {
        var (table, column) = (Sql(change.Table), Quote(change.Column));
        var sequence = Sql(
            new TableName(NamingConvention.Cut($"{change.Table.Name}_{change.Column}_seq"), change.Table.Schema)
        );
        var options = SequenceOptions(change.Identity);
        writer.Write(
            $"""
            DO {new RawSql(Quoted(
                $"""
                BEGIN
                  CREATE SEQUENCE {sequence} AS {Ddl(change.Type)}{(options.Length > 0 ? $" {options}" : "")} OWNED BY {table}.{column};
                  ALTER TABLE {table} ALTER COLUMN {column} SET DEFAULT nextval({TypeMap.Quote(sequence)});
                  PERFORM setval({TypeMap.Quote(sequence)}, coalesce((SELECT max({column}) FROM {table}), 0) + 1, false);
                END
                """
            ))}
            """
        );
    }

    /// <inheritdoc />
    protected override void DropSerial(SqlWriter writer, DropSerial change)
    {
        var (table, column) = (Sql(change.Table), Quote(change.Column));
        writer.Write(
            $"""
            DO {new RawSql(Quoted(
                $"""
                DECLARE owned text := {SequenceOf(change.Table, change.Column)};
                BEGIN
                  ALTER TABLE {table} ALTER COLUMN {column} DROP DEFAULT;
                  EXECUTE 'DROP SEQUENCE ' || owned;
                END
                """
            ))}
            """
        );
    }

    /// <inheritdoc />
    /// <remarks>What a function's body names may be created after it, or be made by another statement of the body.</remarks>
    public override IEnumerable<string> Script(IReadOnlyList<DdlElement> changes, IReadOnlyList<string> statements) =>
        base.Script(
            changes,
            changes.Any(change => change is CreateObject { Object.Kind: "function" or "procedure" })
                ? ["SET LOCAL check_function_bodies = off", .. statements]
                : statements
        );

    /// <inheritdoc />
    /// <remarks>
    /// PostgreSQL replaces a view as long as the columns that it has stay; where they do not, it is dropped and made anew, and so is a
    /// materialized view, with its indexes.
    /// </remarks>
    protected override void ReplaceView(SqlWriter writer, ViewDefinition view)
    {
        view = view with { Query = Enclosed(view.Query).Text };
        var drop = Write(part => DropObject(part, view));
        var create = Write(part => CreateView(part, view));
        writer.Write(
            $"""
            DO {new RawSql(Quoted(
                view.Materialized
                    ? $"""
                    DECLARE
                      made text[] := ARRAY(SELECT pg_get_indexdef(i.indexrelid) FROM pg_index AS i WHERE i.indrelid = {TypeMap.Quote(Sql(view.Name))}::regclass);
                      each text;
                    BEGIN
                      {drop};
                      EXECUTE {TypeMap.Quote(create)};
                      FOREACH each IN ARRAY made LOOP EXECUTE each; END LOOP;
                    END
                    """
                    : $"""
                    BEGIN
                      {Write(part => CreateView(part, view, "CREATE OR REPLACE VIEW"))};
                    EXCEPTION WHEN invalid_table_definition THEN
                      {drop};
                      {create};
                    END
                    """
            ))}
            """
        );
    }

    /// <inheritdoc />
    protected override void AlterEnum(SqlWriter writer, AlterEnum alter)
    {
        var aside = alter.Name with { Name = NamingConvention.Cut($"_retort_{alter.Name.Name}") };
        var change = new PostgreSqlEnumChange(
            Sql(alter.Name),
            (Quote(aside.Name), Sql(aside)),
            Compile(new CreateObject(new EnumDefinition(alter.Name, alter.Labels)))
        );
        writer.Write($"DO {new RawSql(Quoted(change.Block))}");
    }

    private string SequenceOf(TableName table, string column) =>
        $"pg_get_serial_sequence({TypeMap.Quote(Sql(table))}, {TypeMap.Quote(column)})";

    private string Sql(TableName table) => Write(writer => writer.Write(table));

    /// <summary>Text between dollar signs, with a word that is not in it.</summary>
    private static string Quoted(string text)
    {
        var word = "$retort$";
        while (text.Contains(word, StringComparison.Ordinal))
            word = word.Insert(1, "_");
        return $"{word}\n{text}\n{word}";
    }

    /// <summary>
    /// A value of the old type as one of the new. Between types of one family there is a cast that keeps what can be kept; elsewhere the value
    /// goes through its text, where PostgreSQL has a cast or not.
    /// </summary>
    private string Conversion(AlterColumn alter, SqlType type)
    {
        var column = Quote(alter.Column);
        if (type is Varchar or Character)
            return $"{column}::text"; // what is too long for the type is an error; a cast to it would cut it
        return alter.ExistingType is { } existing && !HasCast(existing, type)
            ? $"{column}::text::{Ddl(type)}"
            : $"{column}::{Ddl(type)}";
    }

    private static bool HasCast(SqlType from, SqlType to) =>
        (from, to) switch
        {
            (Bool, Integer) or (Integer, Bool) => true,
            (ArrayOf one, ArrayOf other) => HasCast(one.Element, other.Element),
            (Timestamp, Time) => true,
            (TextualType, TextualType) => from.GetType() == to.GetType()
                && from is not (EnumType or RangeOf or UnknownType),
            _ => FamilyOf(to) is Family.Text || FamilyOf(from) is { } family && family == FamilyOf(to),
        };

    private static Family? FamilyOf(SqlType type) =>
        type switch
        {
            SmallInt or Integer or BigInt or UnsignedBigInt or Real or DoublePrecision or Numeric => Family.Number,
            Text or Varchar or Character or Citext => Family.Text,
            Date or Timestamp => Family.Time,
            Json => Family.Json,
            _ => null,
        };

    private enum Family
    {
        Number,
        Text,
        Time,
        Json,
    }

    private static string Serial(SqlType type) =>
        type switch
        {
            SmallInt => "smallserial",
            BigInt => "bigserial",
            _ => "serial",
        };
}
