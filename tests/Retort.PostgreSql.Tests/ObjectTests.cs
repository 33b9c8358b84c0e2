using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests;

/// <summary>What there is beside tables: made by operations, compared as PostgreSQL prints it, and brought back.</summary>
public sealed class ObjectTests : IDisposable
{
    private static readonly Table Hero = new(
        "hero",
        Column("id", Integer(), nullable: false),
        Column("name", Text()),
        Column("age", Integer()),
        PrimaryKey("id")
    );

    private readonly TempDatabase _database = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    public static TheoryData<SchemaObject, SchemaObject, string> Changes =>
        new()
        {
            {
                new SequenceDefinition("number"),
                new SequenceDefinition("number")
                {
                    Counting = Identity(start: 10, increment: 5, maxValue: 500, cache: 3, cycle: true),
                    Type = SmallInt(),
                },
                "op.AlterSequence"
            },
            {
                new DomainDefinition("email", Varchar(80))
                {
                    Checks = [Check("VALUE LIKE '%@%'", name: "has_at"), Check("length(VALUE) > 3", name: "is_long")],
                    ServerDefault = "a@b",
                },
                new DomainDefinition("email", Varchar(80))
                {
                    Checks = [Check("VALUE LIKE '_%@%'", name: "has_at"), Check("length(VALUE) > 3", name: "is_long")],
                    Nullable = false,
                },
                "op.AlterDomain"
            },
            {
                new DomainDefinition("email", Varchar(80)) { Checks = [Check("VALUE <> ''")] },
                new DomainDefinition("email", Text()),
                "op.DropDomain"
            },
            { View("SELECT id FROM hero WHERE age>3"), View("SELECT id, name FROM hero"), "op.ReplaceView" },
            { View("SELECT id, name FROM hero"), View("SELECT name || '' AS n FROM hero"), "op.ReplaceView" },
            {
                View("SELECT id FROM hero") with
                {
                    Columns = ["number"],
                    Materialized = true,
                },
                View("SELECT id FROM hero WHERE age > 3") with
                {
                    Columns = ["number"],
                    Materialized = true,
                },
                "op.DropView"
            },
            { Function("SELECT 1"), Function("SELECT 2"), "op.ReplaceFunction" },
        };

    [Theory, MemberData(nameof(Changes))]
    [Row("J1.objects")]
    public async Task An_object_is_added_changed_removed_and_each_step_comes_back(
        SchemaObject first,
        SchemaObject second,
        string verb
    )
    {
        await _database.Engine.CreateAllAsync(new MetaData(Hero), Cancellation);

        var added = await ReachAsync(first);
        Assert.Equal([$"Detected added {first.Kind} '{first.Name}'"], added.Detected);
        await SameAsync(first);

        var changed = await ReachAsync(second);
        Assert.Equal([$"Detected changed {first.Kind} '{first.Name}'"], changed.Detected);
        Assert.StartsWith(verb, changed.Upgrade[0].ToString(), StringComparison.Ordinal);
        await SameAsync(second);
        await RunAsync(changed.Downgrade);
        await SameAsync(first);

        var removed = await ReachAsync();
        Assert.Equal([$"Detected removed {first.Kind} '{first.Name}'"], removed.Detected);
        await SameAsync();
        await RunAsync(removed.Downgrade);
        await SameAsync(first);

        await ReachAsync();
        await RunAsync(added.Upgrade);
        await RunAsync(added.Downgrade);
        await SameAsync();
    }

    [Fact]
    [Row("I1.extensions")]
    public async Task An_extension_is_created_once_and_dropped()
    {
        var citext = new ExtensionDefinition("citext");
        Assert.Equal(["Detected added extension 'citext'"], (await ReachAsync(false, citext)).Detected);
        Assert.Empty((await ReachAsync(false, citext)).Detected);
        await RunAsync(op => op.CreateExtension("citext"));
        await RunAsync(op => op.DropExtension("citext"));
        Assert.Equal("0", _database.Sql("SELECT count(*) FROM pg_extension WHERE extname = 'citext'").Trim());
    }

    [Fact]
    [Row("I1.views")]
    public async Task A_replaced_view_keeps_its_comment_and_a_materialized_one_its_indexes()
    {
        await _database.Engine.CreateAllAsync(new MetaData(Hero), Cancellation);
        await RunAsync(op =>
        {
            op.CreateView("v", "SELECT id, name FROM hero", comment: "why");
            op.CreateView("m", "SELECT id AS each FROM hero", materialized: true);
            op.CreateIndex("ix_m", "m", ["each"], unique: true);
        });
        await RunAsync(op =>
        {
            op.ReplaceView("v", "SELECT 'it''s $retort$' AS name FROM hero", comment: "because");
            op.ReplaceView("m", "SELECT id AS each, name FROM hero WHERE name <> 'O''Hara'", materialized: true);
        });
        Assert.Equal(
            "name|because",
            _database
                .Sql(
                    "SELECT attname, obj_description(attrelid, 'pg_class') FROM pg_attribute WHERE attrelid = 'v'::regclass"
                )
                .Trim()
        );
        Assert.Equal(
            "ix_m|t",
            _database
                .Sql("SELECT indexrelid::regclass, indisunique FROM pg_index WHERE indrelid = 'm'::regclass")
                .Trim()
        );
    }

    [Fact]
    [Row("I1.functions")]
    public async Task Functions_and_triggers_are_created_replaced_and_dropped_by_name()
    {
        await _database.Engine.CreateAllAsync(new MetaData(Hero), Cancellation);
        await RunAsync(op =>
        {
            op.CreateFunction(
                "touch()",
                "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.age := 1; RETURN new; END'"
            );
            op.CreateTrigger(
                "hero.touched",
                "CREATE TRIGGER touched BEFORE INSERT ON hero FOR EACH ROW EXECUTE FUNCTION touch()"
            );
            op.CreateFunction(
                "twice(integer)",
                "CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n'"
            );
        });
        await RunAsync(op =>
        {
            op.ReplaceFunction(
                "touch()",
                "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN new.age := 2; RETURN new; END'"
            );
            op.ReplaceTrigger(
                "hero.touched",
                "CREATE TRIGGER touched BEFORE INSERT OR UPDATE ON hero FOR EACH ROW EXECUTE FUNCTION touch()"
            );
            op.ReplaceFunction(
                "twice(integer)",
                "CREATE FUNCTION twice(n integer) RETURNS bigint LANGUAGE sql AS 'SELECT 2 * n'"
            );
        });
        Assert.Equal("2|14", _database.Sql("INSERT INTO hero (id) VALUES (7) RETURNING age, twice(id)").Trim());
        await RunAsync(op =>
        {
            op.DropTrigger("hero.touched");
            op.DropFunction("touch()");
            op.DropFunction("twice(integer)");
        });
        Assert.Equal(
            "0",
            _database.Sql("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace").Trim()
        );
    }

    private static ViewDefinition View(string query) => new("v", query);

    private static CarriedObject Function(string body) =>
        new(
            "function",
            "one()",
            $"CREATE OR REPLACE FUNCTION public.one()\n RETURNS integer\n LANGUAGE sql\nAS $function${body}$function$;"
        );

    private async Task SameAsync(params SchemaObject[] declared) =>
        Assert.Empty((await CompareAsync(Declared(true, declared))).Detected);

    private Task<AutogenerateResult> ReachAsync(params SchemaObject[] declared) => ReachAsync(true, declared);

    private async Task<AutogenerateResult> ReachAsync(bool hero, params SchemaObject[] declared)
    {
        var result = await CompareAsync(Declared(hero, declared));
        await RunAsync(result.Upgrade);
        return result;
    }

    private static MetaData Declared(bool hero, SchemaObject[] objects) =>
        new(hero ? [Hero] : []) { Objects = objects };

    private async Task<AutogenerateResult> CompareAsync(MetaData declared)
    {
        var (found, _) = await _database.ReadAsync();
        await using var connection = await _database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var norms = await _database.Engine.Dialect.NormsAsync(connection.QueryAsync, declared, found, Cancellation);
        return Autogenerator.Compare(declared, found, _database.Engine.Dialect, norms);
    }

    private Task RunAsync(Action<Operations> verbs)
    {
        var operations = new Operations();
        verbs(operations);
        return RunAsync(operations.Steps);
    }

    private async Task RunAsync(IEnumerable<Operation> operations)
    {
        await using var connection = await _database.Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        await connection.BeginAsync(Cancellation);
        await SchemaChanger.ExecuteAsync(connection, [.. operations.SelectMany(each => each.ToDdl())], Cancellation);
        await connection.CommitAsync(Cancellation);
    }
}
