using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests;

/// <summary>A label of an enum that got another name: rows that have it follow.</summary>
public sealed class LabelRenameTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Row("J2.enum")]
    public async Task Rows_with_a_renamed_label_follow()
    {
        using var database = new TempDatabase();
        await database.Engine.CreateAllAsync(new MetaData(Hero("gloomy", "ok")), Cancellation);
        database.Sql("INSERT INTO hero (id) VALUES (1)");

        var unsaid = await CompareAsync(database, Hero("sad", "ok"));
        Assert.Equal(["mood.gloomy=sad"], unsaid.LikelyRenames.Select(each => each.Flag));
        var flagged = await CompareAsync(database, Hero("sad", "ok"), "mood.gloomy=sad");
        var told = await CompareAsync(database, Hero(Mood("sad", "ok") with { RenamedFrom = [new("sad", "gloomy")] }));

        foreach (var result in (AutogenerateResult[])[flagged, told])
            Assert.Equal(["Detected renamed label 'gloomy' of enum 'mood' to 'sad'"], result.Detected);
        await using (var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation))
        {
            await connection.BeginAsync(Cancellation);
            await SchemaChanger.ExecuteAsync(
                connection,
                [.. told.Upgrade.SelectMany(operation => operation.ToDdl())],
                Cancellation
            );
            await connection.CommitAsync(Cancellation);
        }
        Assert.Equal("sad", database.Sql("SELECT mood FROM hero").Trim());
        Assert.True((await CompareAsync(database, Hero("sad", "ok"))).IsEmpty);
    }

    private static EnumType Mood(params ReadOnlySpan<string> labels) => Enumeration("mood", [.. labels]);

    private static Table Hero(params ReadOnlySpan<string> labels) => Hero(Mood(labels));

    private static Table Hero(EnumType mood) =>
        new(
            "hero",
            Column("id", Integer(), nullable: false),
            Column("mood", mood, serverDefault: mood.Labels[0]),
            PrimaryKey("id")
        );

    private static async Task<AutogenerateResult> CompareAsync(
        TempDatabase database,
        Table hero,
        params IReadOnlyList<string> flags
    )
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var (declared, dialect) = (new MetaData(hero), database.Engine.Dialect);
        var found = await connection.Inspector.ReadAsync(cancellationToken: Cancellation);
        var renamed = RenamedSchema.Of(declared, found, dialect.Syntax, flags);
        var norms = await dialect.NormsAsync(connection.QueryAsync, declared, renamed.Schema, Cancellation);
        return Autogenerator.Compare(
            declared,
            renamed.Schema,
            dialect,
            norms,
            options: new() { Renames = renamed.Renames }
        );
    }
}
