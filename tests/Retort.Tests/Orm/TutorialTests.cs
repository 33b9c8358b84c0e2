namespace Retort.Tests.Orm;

/// <summary>The tutorial's heroes, from end to end.</summary>
public sealed class TutorialTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Theory, ClassData<Faces>]
    [Row("C3.add-get-delete")]
    public async Task Heroes_are_created_read_changed_and_deleted(Face face)
    {
        await using (var session = _database.Open(face))
        {
            session.Add(
                new Hero { Name = "Deadpond", SecretName = "Dive Wilson" },
                new Hero
                {
                    Name = "Spider-Boy",
                    SecretName = "Pedro Parqueador",
                    Powers = ["web"],
                },
                new Hero
                {
                    Name = "Rusty-Man",
                    SecretName = "Tommy Sharp",
                    Age = 48,
                }
            );
            await session.Commit();
        }
        await using (var session = _database.Open(face))
        {
            var spider = await session.Single(Select(Hero.Table).Where(h => h.Name == "Spider-Boy"));
            spider.Age = 16;
            spider.Powers!.Add("humor");
            session.Delete(await session.Single(Select(Hero.Table).Where(h => h.Age > 30)));
            await session.Commit();
        }
        await using (var session = _database.Open(face))
        {
            var heroes = await session.List(Select(Hero.Table).OrderBy(h => h.Name));
            Assert.Equal(["Deadpond", "Spider-Boy"], heroes.Select(hero => hero.Name));
            Assert.Equal(16, heroes[1].Age);
            Assert.Equal(["web", "humor"], heroes[1].Powers!);
        }
    }
}
