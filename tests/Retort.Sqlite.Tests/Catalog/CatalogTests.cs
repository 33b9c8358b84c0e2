namespace Retort.Sqlite.Tests.Catalog;

/// <summary>The inspector reads tables that people wrote by hand, in all the styles that SQLite takes.</summary>
public sealed class CatalogTests : IDisposable
{
    private readonly TempDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    [Row("F2.columns")]
    public void Columns_have_type_null_default_and_collation()
    {
        var table = Read(
            """
            create table hero (
                id uuid not null, -- the key
                name VARCHAR ( 80 ) NOT NULL DEFAULT 'it''s' COLLATE NOCASE,
                "secret name" text /* a comment, with a comma */ default (lower('X')),
                age INTEGER NULL DEFAULT -1,
                made TEXT DEFAULT CURRENT_TIMESTAMP,
                anything
            )
            """
        );
        Assert.Equal(
            ["id", "name", "secret name", "age", "made", "anything"],
            table.Columns.Select(column => column.Name)
        );
        Assert.Equal([false, false, true, true, true, true], table.Columns.Select(column => column.Nullable));
        Assert.Equal("NOCASE", table.FindColumn("name")!.Collation);
        Assert.Equal(
            ["", "'it''s'", "lower('X')", "-1", "CURRENT_TIMESTAMP", ""],
            table.Columns.Select(column => column.ServerDefault.ToString())
        );
        Assert.Equal(new Varchar(80), table.FindColumn("name")!.Type);
    }

    [Fact]
    [Row("F2.type-names")]
    public void Names_of_types_are_found_whatever_their_case()
    {
        const string Columns =
            "id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL, a REAL, b TEXT, c BIGINT, d SMALLINT, e BOOLEAN, f DOUBLE PRECISION, g BLOB, h VARCHAR, i NUMERIC, j NUMERIC(10, 2)";
        var upper = Read($"CREATE TABLE big ({Columns})", "big");
        var lower = Read($"create table small ({Columns.ToLowerInvariant()})", "small");

        Assert.DoesNotContain(upper.Columns, column => column.Type is UnknownType);
        Assert.Equal(upper.Columns, lower.Columns);
        Assert.False(lower.Columns[0].Nullable);
    }

    [Fact]
    [Row("F2.keys")]
    public void Keys_are_read_from_columns_and_from_the_table()
    {
        Assert.Equal(
            ["id"],
            Read("CREATE TABLE a (ID INTEGER CONSTRAINT pk_mine PRIMARY KEY, x)", "a")
                .PrimaryKey!.Columns.Select(name => name.ToLowerInvariant())
        );
        Assert.Equal("pk_mine", Table("a").PrimaryKey!.Name);
        Assert.False(Table("a").Columns[0].Nullable);
        var link = Read(
            "CREATE TABLE link (hero_id TEXT, [team id] TEXT, PRIMARY KEY (`hero_id`, \"TEAM ID\"))",
            "link"
        );
        Assert.Equal(["hero_id", "team id"], link.PrimaryKey!.Columns);
        Assert.True(Read("CREATE TABLE b (id INTEGER PRIMARY KEY AUTOINCREMENT)", "b").Columns[0].Autoincrement);
        Assert.True(
            Read("CREATE TABLE c (id INTEGER NOT NULL, CONSTRAINT pk_c PRIMARY KEY (id AUTOINCREMENT))", "c")
                .Columns[0]
                .Autoincrement
        );
    }

    [Fact]
    [Row("F2.uniques")]
    public void Uniques_keep_their_names()
    {
        var table = Read(
            "CREATE TABLE t (a TEXT CONSTRAINT one UNIQUE, b TEXT UNIQUE, CONSTRAINT \"two of them\" UNIQUE (a, b))",
            "t"
        );
        Assert.Equal(["one", "uq_t_b", "two of them"], table.UniqueConstraints.Select(unique => unique.Name));
        Assert.Equal(["a", "b"], table.UniqueConstraints[2].Columns);
        Assert.Empty(table.Indexes);
    }

    [Fact]
    [Row("F2.checks")]
    public void Checks_keep_name_and_text()
    {
        var table = Read(
            "CREATE TABLE t (name TEXT, age INT CHECK (age >= 0 AND (age < 200)), CONSTRAINT ck_name CHECK (length(name) > 0 or name = ')') CHECK(1))",
            "t"
        );
        Assert.Equal(
            ["age >= 0 AND (age < 200)", "length(name) > 0 or name = ')'", "1"],
            table.CheckConstraints.Select(check => check.Sql)
        );
        Assert.Equal("ck_name", table.CheckConstraints[1].Name);
    }

    [Fact]
    [Row("F2.foreign-keys")]
    public void Foreign_keys_have_actions_and_resolve_the_key_referred_to()
    {
        Run("CREATE TABLE Team (Id TEXT PRIMARY KEY, x TEXT UNIQUE)");
        var table = Read(
            """
            CREATE TABLE hero (
                id INTEGER PRIMARY KEY,
                team_id TEXT REFERENCES team ON DELETE SET NULL ON UPDATE CASCADE,
                x TEXT CONSTRAINT fk_x REFERENCES Team (X) MATCH FULL NOT DEFERRABLE INITIALLY IMMEDIATE,
                boss INT, FOREIGN KEY (BOSS) REFERENCES hero (id) ON DELETE NO ACTION
            )
            """
        );
        Assert.Equal(
            [
                new ForeignKeyConstraint("fk_hero_team_id_Team", "team_id", "Team", "Id")
                {
                    OnDelete = ReferentialAction.SetNull,
                    OnUpdate = ReferentialAction.Cascade,
                },
                new ForeignKeyConstraint("fk_x", "x", "Team", "x"),
                new ForeignKeyConstraint("fk_hero_boss_hero", "boss", "hero", "id"),
            ],
            table.ForeignKeys
        );
    }

    [Fact]
    [Row("F2.indexes")]
    public void Indexes_have_order_expressions_and_conditions()
    {
        Run("CREATE TABLE hero (id INTEGER PRIMARY KEY, name TEXT, age INT)");
        Run("CREATE UNIQUE INDEX \"ix one\" ON hero (NAME DESC, age ASC)");
        Run("CREATE INDEX ix_two ON hero (lower(name), name COLLATE NOCASE DESC) WHERE age > 3 AND name <> 'x;y'");
        var indexes = Table("hero").Indexes;
        Assert.Equal(
            new TableIndex("ix one", [new IndexElement("name", Descending: true), "age"]) { Unique = true },
            indexes[0]
        );
        Assert.Equal(
            new TableIndex(
                "ix_two",
                [new IndexElement("lower(name)", true), new IndexElement("name COLLATE NOCASE", true, true)]
            )
            {
                Where = "age > 3 AND name <> 'x;y'",
            },
            indexes[1]
        );
    }

    [Fact]
    [Row("F2.not-modelled")]
    public void What_has_no_model_is_named()
    {
        Assert.Equal(
            ["ON CONFLICT IGNORE"],
            Read("CREATE TABLE b (id TEXT PRIMARY KEY ON CONFLICT IGNORE)", "b").NotModelled
        );
        Assert.Empty(Read("CREATE TABLE d (id INT);", "d").NotModelled);
    }

    [Fact]
    [Row("F2.computed")]
    public void Generated_columns_options_and_deferred_keys_are_read()
    {
        var table = Read(
            "CREATE TABLE a (id TEXT PRIMARY KEY REFERENCES a DEFERRABLE INITIALLY DEFERRED, b GENERATED ALWAYS AS (id || ')') STORED, c AS (1)) WITHOUT ROWID",
            "a"
        );
        Assert.Equal(
            [null, new ComputedSql("id || ')'", Stored: true), new ComputedSql("1", Stored: false)],
            table.Columns.Select(column => column.Computed)
        );
        Assert.Equal("WITHOUT ROWID", table.Options);
        Assert.Equal(ConstraintTiming.Deferred, table.ForeignKeys[0].Timing);
    }

    [Fact]
    [Row("F2.internal")]
    public void Internal_and_virtual_tables_and_views_are_no_tables()
    {
        Run("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)");
        Run("CREATE VIEW v AS SELECT * FROM t");
        Run("CREATE VIRTUAL TABLE search USING fts5(text)");
        Run("CREATE TABLE sqliteish (a)");
        Run("ANALYZE");
        Assert.Equal(["t", "sqliteish"], All().Tables.Select(table => table.Name));
    }

    [Theory]
    [InlineData("select")]
    [InlineData("a\"b'c`d]e")]
    [InlineData("new\nline, with ) and (")]
    [InlineData("Größe 高さ 🦸")]
    [InlineData("-- no comment")]
    [InlineData("100")]
    [Row("F2.hostile-names")]
    public void Any_name_survives_creation_and_reading(string name)
    {
        var table = new Table(
            name,
            [
                new Column("id", new Integer()) { Nullable = false },
                new Column(name + "x", new Text()),
                new PrimaryKeyConstraint(name + "pk", "id"),
                new UniqueConstraint(name + "uq", name + "x"),
                new ForeignKeyConstraint(name + "fk", "id", name, "id"),
            ],
            [TableIndex.On(name + "ix", name + "x")]
        );
        _database.Engine.CreateAll(new MetaData(table));
        var read = Assert.Single(All().Tables);
        Assert.Equal(table.Elements, read.Elements);
        Assert.Equal(table.Indexes, read.Indexes);
    }

    [Fact]
    [Row("F2.tables")]
    public void A_table_that_was_altered_or_made_by_a_query_is_read_as_it_is()
    {
        Run("CREATE TABLE a (id INTEGER PRIMARY KEY, old TEXT)");
        Run("ALTER TABLE a RENAME COLUMN old TO \"new\"");
        Run("ALTER TABLE a ADD COLUMN more INT NOT NULL DEFAULT 3");
        Assert.Equal(["id", "new", "more"], Table("a").Columns.Select(column => column.Name));
        Run("CREATE TABLE b AS SELECT id, \"new\" FROM a");
        Assert.Equal(["id", "new"], Table("b").Columns.Select(column => column.Name));
        Run("ALTER TABLE b RENAME TO \"select\"");
        Assert.NotNull(Table("select"));
    }

    [Theory]
    [InlineData("CREATE TABLE \"t\"(\"a\"\"b\" TEXT,\"c,d\" TEXT)", "a\"b", "c,d")]
    [InlineData("CREATE TABLE t([a b] TEXT, `c``d` INT)", "a b", "c`d")]
    [InlineData("CREATE TABLE IF NOT EXISTS t('a' TEXT, b)", "a", "b")]
    [InlineData("CREATE TABLE t(é TEXT, 名前 TEXT)", "é", "名前")]
    [InlineData("CREATE TABLE t(\"check\" TEXT CHECK (\"check\" <> '(' ), key TEXT)", "check", "key")]
    [Row("F2.names")]
    public void Names_in_any_quotes_are_names(string sql, string first, string second) =>
        Assert.Equal([first, second], Read(sql, "t").Columns.Select(column => column.Name));

    [Fact]
    [Row("F2.queries")]
    public async Task A_whole_database_is_one_query()
    {
        for (var i = 0; i < 50; i++)
            Run($"CREATE TABLE t{i} (id INTEGER PRIMARY KEY, x TEXT UNIQUE CHECK (x <> ''))");
        var queries = 0;
        using var connection = _database.Engine.Connect();
        var read = await SqliteDialect.Instance.Catalog.ReadAsync(
            (sql, token) =>
            {
                queries++;
                return connection.QueryAsync(sql, token);
            },
            new CatalogRequest(),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(50, read.Tables.Count);
        Assert.Equal(1, queries);
    }

    private Table Read(string sql, string table = "hero")
    {
        Run(sql);
        return Table(table);
    }

    private Table Table(string name)
    {
        using var connection = _database.Engine.Connect();
        var read = connection.Inspector.ReadAsync(
            new CatalogRequest { Tables = [name] },
            TestContext.Current.CancellationToken
        );
        return Assert.Single(read.AsTask().GetAwaiter().GetResult().Tables);
    }

    private MetaData All()
    {
        using var connection = _database.Engine.Connect();
        return connection.Inspector.ReadAsync().AsTask().GetAwaiter().GetResult();
    }

    private void Run(string sql) => _database.Run(sql);
}
