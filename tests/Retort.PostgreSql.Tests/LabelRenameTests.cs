using Retort.Migrations;
using Shared;
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
        await Steps.RunAsync(database.Engine, told.Upgrade);
        Assert.Equal("sad", database.Sql("SELECT mood FROM hero").Trim());
        Assert.True((await CompareAsync(database, Hero("sad", "ok"))).IsEmpty);
    }

    [Fact]
    [Row("J2.enum")]
    public async Task A_column_that_goes_with_the_rename_comes_back_before_it_is_undone()
    {
        using var database = new TempDatabase();
        var hero = new Table(
            "hero",
            Column("id", Integer(), nullable: false),
            Column("mood", Mood("gloomy", "ok"), nullable: false)
        );
        await database.Engine.CreateAllAsync(new MetaData(hero), Cancellation);
        database.Sql("INSERT INTO hero (id, mood) VALUES (1, 'ok')");
        var team = new Table("team", Column("mood", Mood("sad", "ok")));

        var result = await Steps.FindAsync(
            database.Engine,
            new MetaData(new Table("hero", Column("id", Integer(), nullable: false)), team),
            ["mood.gloomy=sad"]
        );
        await Steps.RunAsync(database.Engine, result.Upgrade);
        await Steps.RunAsync(database.Engine, result.Downgrade);

        Assert.Equal("gloomy", database.Sql("SELECT mood FROM hero").Trim());
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

    private static Task<AutogenerateResult> CompareAsync(
        TempDatabase database,
        Table hero,
        params IReadOnlyList<string> flags
    ) => Steps.FindAsync(database.Engine, new MetaData(hero), flags);
}
