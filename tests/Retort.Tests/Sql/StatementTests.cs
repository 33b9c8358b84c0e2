namespace Retort.Tests.Sqls;

/// <summary>The SQL of statements.</summary>
public sealed class StatementTests
{
    private static readonly Query<Hero, Hero.Columns> Heroes = Select(Hero.Table);

    [Fact]
    [Row("D1.where")]
    public void Comparisons_are_those_of_SQL()
    {
        Condition("h0.age > @p0", h => h.Age > 30);
        Condition("h0.age >= @p0", h => 30 <= h.Age);
        Condition("h0.age < @p0", h => 30 > h.Age);
        Condition("h0.name <> @p0", h => h.Name != "a");
        Condition("h0.name = h0.secret_name", h => h.Name == h.SecretName);
        Condition("h0.created_at <= @p0", h => h.CreatedAt <= DateTimeOffset.UnixEpoch);
        Condition("((h0.age * @p0) + @p1) = @p2", h => h.Age * 2 + 1 == 3);
    }

    [Fact]
    [Row("D1.null")]
    public void A_value_that_is_null_makes_IS_NULL()
    {
        int? none = null;
        Condition("h0.age IS NULL", h => h.Age == null);
        Condition("h0.age IS NOT NULL", h => h.Age != none);
        Condition("h0.team_id IS NULL", h => h.TeamId == null);
        Condition("h0.powers IS NULL", h => h.Powers == null);
    }

    [Fact]
    [Row("D1.where")]
    public void Conditions_keep_the_grouping_of_CSharp()
    {
        Condition("h0.age = @p0 AND h0.name = @p1", h => h.Age == 1 && h.Name == "a");
        Condition(
            "h0.age = @p0 OR (h0.name = @p1 AND h0.age IS NULL)",
            h => h.Age == 1 || h.Name == "a" && h.Age == null
        );
        Condition(
            "(h0.age = @p0 OR h0.name = @p1) AND h0.age IS NULL",
            h => (h.Age == 1 || h.Name == "a") && h.Age == null
        );
        Condition("NOT (h0.age = @p0)", h => !(h.Age == 1));
        Condition("NOT (h0.age = @p0 OR h0.age = @p1)", h => !(h.Age == 1 || h.Age == 2));
    }

    [Fact]
    [Row("D1.where")]
    public void Several_conditions_all_hold()
    {
        var sql = Text(Heroes.Where(h => h.Age == 1 || h.Age == 2).Where(h => h.Name == "a"));
        Assert.EndsWith("WHERE (h0.age = @p0 OR h0.age = @p1) AND h0.name = @p2", sql, StringComparison.Ordinal);
    }

    [Fact]
    [Row("D4.order-and-limit")]
    public void Order_and_limit_follow_the_conditions()
    {
        var query = Heroes
            .Where(h => h.Age > 1)
            .OrderBy(h => h.Age)
            .ThenByDescending(h => h.Name)
            .OrderBy(h => h.Id.Desc());
        Assert.EndsWith(
            " WHERE h0.age > @p0 ORDER BY h0.age, h0.name DESC, h0.id DESC LIMIT @p1 OFFSET @p2",
            Text(query.Limit(10).Offset(20)),
            StringComparison.Ordinal
        );
        Assert.EndsWith(" LIMIT -1 OFFSET @p0", Text(Heroes.Offset(20)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Heroes.Limit(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Heroes.Offset(-1));
    }

    [Fact]
    [Row("D11.same-sql")]
    public void A_statement_is_a_value_and_its_SQL_is_the_same_each_time()
    {
        var adults = Heroes.Where(h => h.Age > 17);
        var text = Text(adults);
        _ = adults.Where(h => h.Name == "a").OrderBy(h => h.Name).Limit(1);
        Assert.Equal(text, Text(adults));
    }

    [Fact]
    [Row("D7.commands")]
    public void Commands_name_what_they_set()
    {
        Assert.Equal(
            "INSERT INTO team (id, name) VALUES (@p0, @p1)",
            Text(Insert(Team.Table).Set(t => t.Id, Guid.Empty).Set(t => t.Name, "a"))
        );
        Assert.Equal("INSERT INTO folder DEFAULT VALUES", Text(Insert(Folder.Table)));
        Assert.Equal(
            "UPDATE hero SET age = age + @p0, team_id = @p1 WHERE name = @p2",
            Text(Update(Hero.Table).Set(h => h.Age, h => h.Age + 1).Set(h => h.TeamId, null).Where(h => h.Name == "a"))
        );
        Assert.Equal("DELETE FROM hero", Text(Delete(Hero.Table)));
        Assert.Equal(
            "DELETE FROM hero WHERE (age = @p0 OR age IS NULL) AND name = @p1",
            Text(Delete(Hero.Table).Where(h => h.Age == 1 || h.Age == null).Where(h => h.Name == "a"))
        );
        Assert.Contains(
            "sets no column",
            Assert.Throws<ArgumentException>(() => Text(Update(Hero.Table))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Row("D10.hostile-names")]
    public void Names_are_quoted_where_they_must_be()
    {
        Assert.Equal(
            """SELECT o0."select", o0."Group By", o0."quote"" ; --" FROM "Order" AS o0""",
            Text(Select(Order.Table))
        );
        Assert.Equal(
            """DELETE FROM "Order" WHERE "quote"" ; --" = @p0""",
            Text(Delete(Order.Table).Where(o => o.Quote == "x"))
        );
    }

    [Theory, ClassData<Faces>]
    [Row("D10.hostile-names")]
    public async Task Hostile_names_work_in_a_session(Face face)
    {
        using var database = new TestDatabase();
        await using var session = database.Open(face);
        session.Add(
            new Order
            {
                Select = "a",
                GroupBy = 1,
                Quote = "b",
            }
        );
        await session.Commit();
        var order = await session.Single(Select(Order.Table).Where(o => o.GroupBy == 1).OrderBy(o => o.Quote));
        order.Quote = "c";
        await session.Commit();
        session.Delete((await session.Get<Order>("a"))!);
        await session.Commit();
        Assert.Null(await session.Get<Order>("a"));
    }

    private static void Condition(string sql, Func<Hero.Columns, Expr<bool>> condition) =>
        Assert.EndsWith(" WHERE " + sql, Text(Heroes.Where(condition)), StringComparison.Ordinal);

    private static string Text<R>(Query<R> query) => SqliteDialect.Instance.NewCompiler().Compile(query.Statement).Text;

    private static string Text(TypedCommand command) =>
        SqliteDialect.Instance.NewCompiler().Compile(command.Statement).Text;
}
