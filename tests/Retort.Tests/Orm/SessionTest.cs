namespace Retort.Tests.Orm;

/// <summary>A test with a database of its own.</summary>
public abstract class SessionTest : IDisposable
{
    protected TestDatabase Database { get; } = new();

    public void Dispose()
    {
        Database.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static Hero NewHero(string name = "Deadpond", int? age = null) =>
        new()
        {
            Name = name,
            SecretName = "Dive Wilson",
            Age = age,
        };

    protected Hero Saved(Hero hero)
    {
        Database.Save(hero);
        return hero;
    }

    /// <summary>The statements sent since the last time, parameters and transactions left out.</summary>
    protected string[] Sent() =>
        [
            .. Database
                .Statements.Select(line => line.Split(" [")[0])
                .Where(sql => sql is not ("BEGIN IMMEDIATE" or "COMMIT" or "ROLLBACK")),
        ];
}
