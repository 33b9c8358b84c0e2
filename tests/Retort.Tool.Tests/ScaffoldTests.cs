namespace Retort.Tool.Tests;

/// <summary>A person with a database that is there: models that compile, agree with it, and make the same database anew.</summary>
public sealed class ScaffoldTests(InstalledTool tool)
{
    private const string Shop = """
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE SCHEMA sales;
        CREATE TABLE customer (id serial PRIMARY KEY, "E-Mail" varchar(200) NOT NULL UNIQUE, mood mood DEFAULT 'ok', note text COLLATE "C",
          born date, balance numeric(12,2) NOT NULL DEFAULT 0, raw numeric, host inet, net cidr, card macaddr,
          open int4range, days daterange[], marks int[], codes varchar(3)[], word varchar, found tsvector, bits bit(4), at timestamp(3), plain json, created timestamptz NOT NULL DEFAULT now(), naive timestamp);
        CREATE TABLE sales."Order" (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id int NOT NULL REFERENCES customer ON DELETE CASCADE,
          total numeric(10,2) CHECK (total >= 0), tags text[], data jsonb, twice numeric GENERATED ALWAYS AS (total * 2) STORED);
        CREATE TABLE sales.line (order_number bigint REFERENCES sales."Order", position int, what text NOT NULL, PRIMARY KEY (order_number, position));
        CREATE TABLE log_line (at timestamptz, message text);
        CREATE UNLOGGED TABLE cache (key text PRIMARY KEY, value bytea);
        CREATE INDEX ON customer (lower(note));
        CREATE INDEX by_born ON customer (born DESC, balance) WHERE born IS NOT NULL;
        CREATE INDEX ON sales."Order" USING gin (data jsonb_path_ops);
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.created := now(); RETURN NEW; END $$;
        CREATE TRIGGER touched BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE VIEW rich AS SELECT id FROM customer WHERE balance > 1000;
        COMMENT ON TABLE customer IS 'who buys';
        COMMENT ON COLUMN customer.note IS 'it''s free';
        """;

    [Fact]
    [Row("F3.scaffold-alone")]
    public async Task No_project_is_needed()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        var database = PostgresCluster.CreateDatabase();
        PostgresCluster.Sql(Shop, database);
        var folder = tool.EmptyFolder("scaffold-alone");

        (await tool.RunAsync(folder, "scaffold", "--url", PostgresCluster.Url(database), "-o", "Shop")).Succeeds(
            "Created Shop/Customer.cs",
            "Carried function touch()"
        );

        var customer = await File.ReadAllTextAsync(
            Path.Combine(folder, "Shop", "Customer.cs"),
            TestContext.Current.CancellationToken
        );
        foreach (
            var property in (string[])
                [
                    "namespace Models;",
                    "public IPAddress? Host",
                    "public IPNetwork? Net",
                    "public PhysicalAddress? Card",
                    "public SqlRange<int>? Open",
                    "[Column<ArrayOf>]\n    public List<int>? Marks",
                    "[Column<ArrayOf>(typeof(Varchar), 3)]\n    public List<string>? Codes",
                    "[Column<Varchar>]\n    public string? Word",
                    "[Column<Bit>(4)]\n    public string? Bits",
                    "[Column<Timestamp>(false, 3)]\n    public DateTime? At",
                    "[Column<Json>(false)]\n    public JsonNode? Plain",
                ]
        )
            Assert.Contains(property, customer, StringComparison.Ordinal);
    }

    [Fact]
    [Row("F3.scaffold-alone")]
    public async Task A_file_of_SQLite_is_opened_by_the_tool_itself()
    {
        var folder = tool.EmptyFolder("scaffold-file");
        using (var engine = Engine.Create(SqliteDialect.Instance, $"Data Source={Path.Combine(folder, "shop.db")}"))
            engine.CreateAll(new MetaData(new Table("hero", Ddl.Column("id", Ddl.Integer()), Ddl.PrimaryKey("id"))));

        (await tool.RunAsync(folder, "scaffold", "--url", "sqlite:///shop.db")).Succeeds("Created Models/Hero.cs");
    }

    [Fact]
    [Row("F3.scaffold-postgresql")]
    public async Task Models_of_a_database_compile_agree_with_it_and_make_it_anew()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        var (database, copy) = (PostgresCluster.CreateDatabase(), PostgresCluster.CreateDatabase());
        PostgresCluster.Sql(Shop, database);
        var folder = await tool.NewProjectAsync("scaffold");
        (await tool.DotnetAsync(folder, "add", "package", "Retort.PostgreSql")).Succeeds();
        (await Run("init")).Succeeds();

        (await Run("scaffold", "-o", "Models", "--url", PostgresCluster.Url(database))).Succeeds(
            "Created Models/Customer.cs",
            "Created Models/Order.cs",
            "Carried function touch()",
            "Carried unlogged table cache"
        );
        (await Run("check", "--url", PostgresCluster.Url(database))).Succeeds("Models and database agree.");

        (await Run("revision", "--autogenerate", "-m", "first", "--url", PostgresCluster.Url(copy))).Succeeds();
        (await Run("upgrade", "head", "--url", PostgresCluster.Url(copy))).Succeeds();
        (await Run("check", "--url", PostgresCluster.Url(copy))).Succeeds("Models and database agree.");
        PostgresCluster.Sql("DROP TABLE retort_version, retort_history", copy);
        Assert.Equal(PostgresCluster.Dump(database), PostgresCluster.Dump(copy));

        Task<Finished> Run(params string[] arguments) => tool.RunAsync(folder, arguments);
    }

    [Fact]
    [Row("F3.scaffold-sqlite")]
    public async Task Models_of_a_file_that_others_made_compile_and_agree_with_it()
    {
        var folder = await tool.NewProjectAsync("scaffold-sqlite");
        using var database = SqliteFile.Open(Path.Combine(folder, "team.db"));
        SqliteFile.Execute(
            database,
            """
            create table team(id integer primary key, name varchar(20) not null, d real, e text, f numeric(10,2), g bool,
              h INT, i DATETIME, j DOUBLE, k float, l TINYINT not null default 3, m nvarchar(30), n CHARACTER(20), o clob, p, q DECIMAL(8, 3), r double precision);
            CREATE TABLE numbered (id INT NOT NULL PRIMARY KEY, team_id mediumint REFERENCES team, "raw" longblob NOT NULL);
            """
        );
        (await tool.RunAsync(folder, "init", "--url", "sqlite:///team.db")).Succeeds();

        (await tool.RunAsync(folder, "scaffold", "-o", "Models")).Succeeds("Created Models/Team.cs");

        (await tool.RunAsync(folder, "check")).Succeeds("Models and database agree.");
    }
}
