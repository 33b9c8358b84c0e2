using System.Diagnostics;
using System.Text.Json;

namespace Retort.Sqlite.Tests.Catalog;

/// <summary>Virtual tables, the shadow tables in which they keep their rows, and ordinary tables that are named as if they were such.</summary>
public sealed class VirtualTableTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly string[] Sql =
    [
        "CREATE VIRTUAL TABLE doc USING fts5(title)",
        "CREATE TABLE doc_author (id INTEGER PRIMARY KEY)",
        "CREATE INDEX ix_doc_author ON doc_author (id)",
        "CREATE TRIGGER doc_written AFTER INSERT ON Doc_Author BEGIN SELECT 1; END",
        "CREATE VIRTUAL TABLE \"Old one\" USING fts4(title)",
        "CREATE VIRTUAL TABLE box USING rtree(id, low, high)",
        "CREATE TABLE docs (id INTEGER PRIMARY KEY)",
    ];

    [Fact]
    [Row("F2.sqlite-shadows")]
    public async Task A_table_beside_a_virtual_one_is_a_table_and_its_shadows_are_none()
    {
        using var database = new TempDatabase();
        database.Run(Sql);

        AssertRead(await ReadAsync(database));
    }

    [Fact]
    [Row("F2.sqlite-shadows")]
    public async Task A_newer_SQLite_says_itself_what_a_shadow_is()
    {
        using var database = new TempDatabase();
        database.Run(Sql);
        Assert.SkipUnless(
            ClientVersion() >= SqliteCatalogQueries.TableListVersion,
            "There is no newer sqlite3 here (apt-get install sqlite3)."
        );
        var reader = new SqliteCatalogReader(SqliteTypes.Instance, ClientVersion());

        AssertRead(
            await reader.ReadAsync(
                (sql, _) => ValueTask.FromResult(Client(database.File, sql)),
                new CatalogRequest(),
                Cancellation
            )
        );
    }

    [Fact]
    [Row("F2.sqlite-virtual-tables")]
    public async Task A_virtual_table_is_read_can_be_created_elsewhere_and_dropped()
    {
        using var source = new TempDatabase();
        using var copy = new TempDatabase();
        source.Run(
            "CREATE TABLE \"note\" (id INTEGER PRIMARY KEY, body TEXT)",
            "create virtual table if not exists [Note search] using fts5(body, content='note', content_rowid='id') -- words",
            "CREATE TRIGGER written AFTER INSERT ON note BEGIN INSERT INTO \"Note search\" (rowid, body) VALUES (new.id, new.body); END"
        );

        var read = await ReadAsync(source);
        await copy.Engine.CreateAllAsync(read, Cancellation);
        copy.Run("INSERT INTO note VALUES (7, 'a word')");

        Assert.Equal(
            ["virtual table Note search", "trigger written"],
            read.Objects.Select(each => $"{each.Kind} {each.Name}")
        );
        Assert.Equal(read.Objects, (await ReadAsync(copy)).Objects);
        Assert.Equal(7L, copy.Rows("SELECT rowid FROM \"Note search\" ('word')")[0][0]);
        copy.Run(copy.Engine.Dialect.Ddl.Compile(new DropObject(read.Objects[0])).ToString());
        Assert.Equal(["trigger written"], (await ReadAsync(copy)).Objects.Select(each => $"{each.Kind} {each.Name}"));
    }

    private static async Task<MetaData> ReadAsync(TempDatabase database)
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        return await connection.Inspector.ReadAsync(cancellationToken: Cancellation);
    }

    private static void AssertRead(MetaData read)
    {
        Assert.Equal(["doc_author", "docs"], read.Tables.Select(table => table.Name));
        Assert.Equal("ix_doc_author", read.Tables[0].Indexes.Single().Name);
        Assert.Contains(read.Objects, each => each is { Kind: "trigger", Name.Name: "doc_written" });
    }

    private static int ClientVersion()
    {
        try
        {
            var version = Version.Parse((string)Client(":memory:", "SELECT sqlite_version()")[0][0]!);
            return version.Major * 1_000_000 + version.Minor * 1_000 + version.Build;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }

    /// <summary>The answer of SQLite's own client, which is of another version than the driver.</summary>
    private static IReadOnlyList<object?[]> Client(string file, string sql)
    {
        var start = new ProcessStartInfo("sqlite3", ["-json", file, sql]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        using var answer = JsonDocument.Parse(process.StandardOutput.ReadToEnd());
        return
        [
            .. answer
                .RootElement.EnumerateArray()
                .Select(row => row.EnumerateObject().Select(value => (object?)value.Value.GetString()).ToArray()),
        ];
    }
}
