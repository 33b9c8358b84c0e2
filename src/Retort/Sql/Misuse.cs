namespace Retort;

/// <summary>What the compiler says where its own words would not help: texts of overloads that exist to be errors.</summary>
internal static class Misuse
{
    public const string NoCondition =
        "This is a C# bool, not an SQL condition. Compare a column: Where(h => h.Age > 30); a column that is bool itself is a condition: Where(h => h.Active).";

    public const string NoText =
        "SQL as a plain string is not taken, so that no value can become SQL. Build the statement: Select(Hero.Table).Where(…), Update(Hero.Table).Set(…), Delete(Hero.Table).Where(…).";
}
