namespace Retort;

/// <summary>
/// The block that gives a type other labels. PostgreSQL can only add labels and rename them: a new type takes the place of the old one, and
/// what names the type in its text is written down before and made again behind.
/// </summary>
/// <param name="type">The type's name, as SQL.</param>
/// <param name="aside">The old type's name while both are there, alone and with its schema, as SQL.</param>
/// <param name="create">The statement that creates the new type.</param>
internal sealed class PostgreSqlEnumChange(string type, (string Name, string FullName) aside, string create)
{
    /// <summary>The block.</summary>
    public string Block =>
        $"""
            DECLARE
              kind oid := {TypeMap.Quote(type)}::regtype;
              comment text := obj_description(kind, 'pg_type');
              gone text[];
              changed text[];
              made text[];
              each text;
            BEGIN
              WITH {Used}, {Constraints}, {Indexes}
              SELECT
                array(SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) FROM constraints AS k ORDER BY k.contype = 'c')
                  || array(SELECT format('DROP INDEX %s', i.indexrelid::regclass) FROM indexes AS i),
                array(SELECT format('ALTER TABLE %s %s', u.attrelid::regclass, string_agg({Actions}, ', ')) FROM used AS u GROUP BY u.attrelid),
                array(SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) FROM constraints AS k)
                  || array(SELECT i.definition FROM indexes AS i)
                  || array(SELECT format('COMMENT ON CONSTRAINT %I ON %s IS %L', k.conname, k.conrelid::regclass, d.description)
                       FROM constraints AS k JOIN pg_description AS d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid)
                  || array(SELECT format('COMMENT ON INDEX %s IS %L', i.indexrelid::regclass, d.description)
                       FROM indexes AS i JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = i.indexrelid)
              INTO gone, changed, made;
              FOREACH each IN ARRAY gone LOOP EXECUTE each; END LOOP;
              ALTER TYPE {type} RENAME TO {aside.Name};
              {create};
              FOREACH each IN ARRAY changed || made LOOP EXECUTE each; END LOOP;
              DROP TYPE {aside.FullName};
              IF comment IS NOT NULL THEN EXECUTE format('COMMENT ON TYPE %s IS %L', {TypeMap.Quote(
                type
            )}, comment); END IF;
            END
            """;

    /// <summary>The columns that have the type or an array of it; those of partitions and heirs change with their parents.</summary>
    private const string Used = """
        used AS (
            SELECT a.attrelid, a.attnum, quote_ident(a.attname) AS name, CASE WHEN a.atttypid = kind THEN '' ELSE '[]' END AS many,
              pg_get_expr(d.adbin, d.adrelid) AS filled
            FROM pg_attribute AS a JOIN pg_type AS t ON t.oid = kind AND a.atttypid IN (t.oid, t.typarray)
              JOIN pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f')
              LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.attgenerated = ''
            WHERE a.attinhcount = 0 AND NOT a.attisdropped)
        """;

    /// <summary>The constraints that compare columns of the type with something; keys and uniques follow by themselves.</summary>
    private const string Constraints = """
        constraints AS (
            SELECT k.* FROM pg_constraint AS k
            WHERE k.contype IN ('c', 'f', 'x') AND k.conparentid = 0 AND k.coninhcount = 0 AND EXISTS (SELECT FROM used AS u
              WHERE u.attrelid = k.conrelid AND u.attnum = ANY (k.conkey) OR u.attrelid = k.confrelid AND u.attnum = ANY (k.confkey)))
        """;

    /// <summary>The indexes with expressions or conditions; plain ones follow by themselves. One of a partitioned table is made with its partitions'.</summary>
    private const string Indexes = """
        indexes AS (
            SELECT i.indexrelid,
              replace(pg_get_indexdef(i.indexrelid), format('INDEX %I ON ONLY ', x.relname), format('INDEX %I ON ', x.relname)) AS definition
            FROM pg_index AS i JOIN pg_class AS x ON x.oid = i.indexrelid
            WHERE (i.indpred IS NOT NULL OR i.indexprs IS NOT NULL) AND i.indrelid IN (SELECT u.attrelid FROM used AS u)
              AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid AND k.contype = 'x')
              AND NOT EXISTS (SELECT FROM pg_inherits AS h WHERE h.inhrelid = i.indexrelid))
        """;

    /// <summary>The default goes while the column changes, because it has the old type.</summary>
    private string Actions =>
        $"""
            concat_ws(', ',
                  CASE WHEN u.filled IS NOT NULL THEN format('ALTER COLUMN %s DROP DEFAULT', u.name) END,
                  format('ALTER COLUMN %1$s TYPE %2$s%3$s USING %1$s::text%3$s::%2$s%3$s', u.name, {TypeMap.Quote(
                type
            )}, u.many),
                  format('ALTER COLUMN %s SET DEFAULT ', u.name) || u.filled)
            """;
}
