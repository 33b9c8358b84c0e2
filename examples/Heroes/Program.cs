using Retort;
using Retort.Migrations;
using static Retort.Sql;

// The database: the first argument, else heroes.db in the current folder.
await using var engine = Engine.Create(args is [var url, ..] ? url : "sqlite:///heroes.db");
var result = await engine.MigrateAsync();
Console.WriteLine($"The database is at {string.Join(", ", result.Heads)}.");

await using var session = new Session(engine);
await session.ExecAsync(Delete(Hero.Table)); // what an earlier run left

Console.WriteLine("\nCreate three heroes:");
var deadpond = new Hero
{
    Name = "Deadpond",
    SecretName = "Dive Wilson",
    Powers = ["regeneration"],
    AttributesData = new() { ["suit"] = "red", ["humor"] = 10 },
};
var spiderBoy = new Hero
{
    Name = "Spider-Boy",
    SecretName = "Pedro Parqueador",
    Powers = ["climbing"],
};
var rustyMan = new Hero
{
    Name = "Rusty-Man",
    SecretName = "Tommy Sharp",
    Age = 48,
};
session.AddAll(deadpond, spiderBoy, rustyMan);
await session.CommitAsync();
await PrintAsync(Select(Hero.Table).OrderBy(h => h.Name));

Console.WriteLine("\nOlder than 30:");
await PrintAsync(Select(Hero.Table).Where(h => h.Age > 30));

Console.WriteLine("\nNamed Deadpond:");
await PrintAsync(Select(Hero.Table).Where(h => h.Name == "Deadpond"));

Console.WriteLine("\nSpider-Boy turns 16, joins the Preventers and learns to fly:");
var hero = await session.Exec(Select(Hero.Table).Where(h => h.Name == "Spider-Boy")).SingleAsync();
hero.Age = 16;
hero.Allegiance = "Preventers";
hero.Powers!.Add("flight"); // changed in place: the session sees it
await session.CommitAsync();
await PrintAsync(Select(Hero.Table).Where(h => h.Id == hero.Id));

Console.WriteLine("\nRusty-Man leaves:");
session.Delete(rustyMan);
await session.CommitAsync();
Console.WriteLine(
    $"  Get gives {await session.GetAsync<Hero>(rustyMan.Id) switch { null => "nothing", var found => found.Name }}."
);

Console.WriteLine("\nHeroes now:");
await PrintAsync(Select(Hero.Table).OrderBy(h => h.Name));

async Task PrintAsync(Query<Hero> heroes)
{
    await foreach (var each in session.Exec(heroes).AsAsyncEnumerable())
        Console.WriteLine(
            $"  {each.Id}  {each.Name} ({each.SecretName})"
                + $", age {each.Age?.ToString() ?? "unknown"}"
                + $", powers [{string.Join(", ", each.Powers ?? [])}]"
                + $", attributes {{{string.Join(", ", (each.AttributesData ?? []).Select(pair => $"{pair.Key}: {pair.Value}"))}}}"
                + $", {each.Allegiance ?? "no allegiance"}"
        );
}
