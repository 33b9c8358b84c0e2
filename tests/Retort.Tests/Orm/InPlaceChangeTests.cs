using System.Text.Json.Nodes;

namespace Retort.Tests.Orm;

/// <summary>Changes inside a value are seen without a call.</summary>
public sealed class InPlaceChangeTests : SessionTest
{
    [Theory, ClassData<Faces>]
    [Row("C6.in-place")]
    public async Task A_list_a_dictionary_and_bytes_are_compared_by_content(Face face)
    {
        var team = new Team { Name = "Preventers" };
        Database.Save(team);
        var hero = NewHero();
        (hero.Powers, hero.AttributesData) = (
            ["web"],
            new()
            {
                ["suit"] = "red",
                ["nested"] = new JsonObject { ["a"] = 1 },
            }
        );
        Saved(hero);
        Database.Save(
            new Membership
            {
                TeamId = team.Id,
                Role = "cook",
                Badge = [1, 2],
            }
        );
        await using var session = Database.Open(face);
        hero = (await session.Get<Hero>(hero.Id))!;
        var member = (await session.Get<Membership>(team.Id, "cook"))!;
        hero.Powers!.Add("humor");
        hero.AttributesData!["nested"]!["a"] = 2;
        member.Badge![1] = 7;
        _ = Sent();
        await session.Commit();
        Assert.Equal(
            [
                "UPDATE hero SET powers = @p0, attributes_data = @p1 WHERE id = @p2",
                "UPDATE membership SET badge = @p0 WHERE team_id = @p1 AND role = @p2",
            ],
            Sent()
        );
        Assert.Equal("""["web","humor"]""", Database.Scalar<string>("SELECT powers FROM hero"));
        Assert.Equal(
            """{"suit":"red","nested":{"a":2}}""",
            Database.Scalar<string>("SELECT attributes_data FROM hero")
        );
    }

    [Theory, ClassData<Faces>]
    [Row("C6.in-place")]
    public async Task JSON_that_is_written_otherwise_is_no_change(Face face)
    {
        var hero = Saved(NewHero());
        Database.Run("""UPDATE hero SET powers = '[ "web" ]', attributes_data = '{ "b": 1.0, "a": null }'""");
        await using var session = Database.Open(face);
        hero = (await session.Get<Hero>(hero.Id))!;
        hero.AttributesData = new() { ["a"] = null, ["b"] = 1 };
        hero.Powers = ["web"];
        _ = Database.Statements;
        await session.Commit();
        Assert.Empty(Database.Statements);
    }

    [Theory, ClassData<Faces>]
    [Row("C6.in-place")]
    public async Task An_empty_list_is_not_null(Face face)
    {
        var hero = Saved(NewHero());
        await using var session = Database.Open(face);
        hero = (await session.Get<Hero>(hero.Id))!;
        hero.Powers = [];
        await session.Commit();
        Assert.Equal("[]", Database.Scalar<string>("SELECT powers FROM hero"));
        hero.Powers = null;
        await session.Commit();
        Assert.Null(Database.Scalar<string>("SELECT powers FROM hero"));
    }

    [Theory, ClassData<Faces>]
    [Row("C6.in-place")]
    public async Task A_statement_sets_JSON_as_a_value(Face face)
    {
        Saved(NewHero());
        await using var session = Database.Open(face);
        List<string> powers = ["web"];
        var update = Update(Hero.Table).Set(h => h.Powers, powers).Set(h => h.AttributesData, null);
        powers.Add("too late");
        Assert.Equal(1, await session.Exec(update));
        Assert.Equal(
            ["web"],
            (await session.Single(Select(Hero.Table).Where(h => h.Powers == new List<string> { "web" }))).Powers!
        );
    }
}
